import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIssuer, noon, serveHttp } from "../../test/fixtures/gateway.ts";
import type { Log } from "../foundation/log.ts";
import type { KeySet, LocalKeys } from "./key-set.ts";
import { KeySetSource } from "./key-set-source.ts";

const log: Log = { debug() {}, info() {}, warn() {}, error() {} };
const one = newIssuer("https://issuer.example", "one").keySet;
const two = newIssuer("https://issuer.example", "two").keySet;
const localIssuer = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_poolAAAAA";

function sourceOf(localKeys: LocalKeys, issuer = localIssuer) {
  const clock = { at: noon, now: () => clock.at };
  return { clock, source: new KeySetSource(issuer, { localKeys, clock, log }) };
}

describe("a pool on this server", () => {
  test("is read again after seconds, while its keys go on serving", async () => {
    let keys: KeySet | undefined = one;
    const { clock, source } = sourceOf(async () => keys);
    expect(source.at(clock.at)).toBeUndefined();
    await source.read();
    expect(source.at(clock.at)).toBe(one);
    keys = two;
    clock.at += 4_999;
    expect(source.at(clock.at)).toBe(one);
    clock.at += 1;
    expect(source.at(clock.at)).toBe(one);
    await source.read();
    expect(source.at(clock.at)).toBe(two);
    keys = undefined;
    await source.read();
    expect(source.at(clock.at)).toBeUndefined();
    expect(source.failure?.problem).toBe("unknown-pool");
  });

  test("keeps the same set as long as its keys are the same", async () => {
    const { clock, source } = sourceOf(async () => ({ ...one }));
    await source.read();
    const first = source.at(clock.at);
    await source.read();
    expect(source.at(clock.at)).toBe(first);
  });

  test("keeps its keys while they cannot be read", async () => {
    let broken = false;
    const { clock, source } = sourceOf(async () => {
      if (broken) throw new Error("the disk is gone");
      return one;
    });
    await source.read();
    broken = true;
    await source.read();
    expect(source.failure?.problem).toBe("storage");
    expect(source.at(clock.at + 1e9)).toBe(one);
  });

  test("is read once at a time, and again after a pause only", async () => {
    let reads = 0;
    const { clock, source } = sourceOf(async () => {
      reads++;
      return one;
    });
    expect(source.mayRead(clock.at)).toBe(true);
    await Promise.all([source.read(), source.read(), source.read()]);
    expect(reads).toBe(1);
    expect(source.mayRead(clock.at)).toBe(false);
    expect(source.mayRead(clock.at + 1_000)).toBe(true);
  });

  test("forgets what was under way when it was dropped", async () => {
    const waiting: ((keys: KeySet) => void)[] = [];
    const { clock, source } = sourceOf(() => new Promise((resolve) => waiting.push(resolve)));
    const before = source.read();
    source.drop();
    const after = source.read();
    waiting[1]?.(two);
    await after;
    waiting[0]?.(one);
    await before;
    expect(source.at(clock.at)).toBe(two);
  });
});

describe("a foreign issuer", () => {
  let provider: Awaited<ReturnType<typeof serveHttp>>;
  let up = true;
  let asked = 0;

  beforeAll(async () => {
    const { jwks } = newIssuer("https://issuer.example");
    provider = await serveHttp((request, response) => {
      asked++;
      if (!up) response.statusCode = 500;
      const discovery = { issuer: provider.url, jwks_uri: `${provider.url}/keys` };
      response.end(JSON.stringify(request.url === "/keys" ? jwks : discovery));
    });
  });
  afterAll(() => provider.close());

  test("is believed for two hours, and then no longer unless it can be asked", async () => {
    const { clock, source } = sourceOf(async () => undefined, provider.url);
    await source.read();
    expect(asked).toBe(2);
    up = false;
    clock.at += 7_199_000;
    expect(source.at(clock.at)?.keys.size).toBe(1);
    await source.read();
    expect(source.at(clock.at)?.keys.size).toBe(1);
    expect(source.failure?.problem).toBe("discovery");
    clock.at += 1_000;
    expect(source.at(clock.at)).toBeUndefined();
    expect(source.mayRead(clock.at)).toBe(false);
    expect(source.mayRead(clock.at + 5_000)).toBe(true);
  });
});
