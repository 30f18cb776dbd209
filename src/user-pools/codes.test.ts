import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { present } from "../../test/fixtures/hello-stack.ts";
import {
  newPool,
  newUser,
  type UserPoolsServer,
  userPoolsServer,
} from "../../test/fixtures/user-pools.ts";
import { secureRandom } from "../foundation/random.ts";
import { createCodeStore } from "./code-store.ts";
import { createCodes } from "./codes.ts";
import type { PoolRecord, UserRecord } from "./domain/records.ts";
import { createOutbox } from "./outbox.ts";
import { createOutboxStore } from "./outbox-store.ts";
import { createPoolKeys } from "./pool-keys.ts";
import { createPoolStore } from "./pool-store.ts";
import { createUserStore } from "./user-store.ts";

const hourMs = 3_600_000;
const sentTo = { attribute: "email", value: "ada@example.com" } as const;

describe("codes", () => {
  let server: UserPoolsServer;
  let pool: PoolRecord;
  let user: UserRecord;
  let users = 0;
  let parts: ReturnType<typeof node>;

  beforeAll(async () => {
    server = await userPoolsServer();
    const poolId = await newPool(server.idp);
    pool = present(await createPoolStore(server.records).byId(poolId)).value;
    parts = node();
  });
  afterAll(() => server.close());

  beforeEach(async () => {
    const name = `user-${users++}`;
    await newUser(server.idp, pool.id, name);
    user = present(await createUserStore(server.records).byName(pool, name)).value;
  });

  function node() {
    const { records, keyring: secrets, clock } = server;
    const base = { secrets, clock, random: secureRandom };
    const outbox = createOutbox({ ...base, messages: createOutboxStore(records) });
    const keys = createPoolKeys({ ...base, pools: createPoolStore(records) });
    return {
      outbox,
      codes: createCodes({ ...base, outbox, keys, store: createCodeStore(records) }),
    };
  }

  async function lastCode(): Promise<string> {
    const [message] = await parts.outbox.list(1);
    return present(/\d{6}/.exec(present(message).text)?.[0]);
  }

  const wrongFor = (code: string) => (code === "000000" ? "000001" : "000000");
  const refused = (name: string) => ({ code: name });

  it("prove what they were sent for, once", async () => {
    const delivery = await parts.codes.send(pool, user, "sign-up", sentTo);
    expect(delivery).toEqual({
      Destination: "a***@e***",
      DeliveryMedium: "EMAIL",
      AttributeName: "email",
    });
    const code = await lastCode();
    const proof = await parts.codes.check(pool, user, "sign-up", code);
    expect(proof.sentTo).toEqual(sentTo);
    await server.records.commit([proof.consume]);
    await expect(server.records.commit([proof.consume])).rejects.toThrow("condition");
    await expect(parts.codes.check(pool, user, "sign-up", code)).rejects.toMatchObject(
      refused("ExpiredCodeException"),
    );
  });

  it("prove nothing else, nor for anybody else", async () => {
    await parts.codes.send(pool, user, "sign-up", sentTo);
    const code = await lastCode();
    const other = { ...user, sub: secureRandom.uuid() };
    const expired = refused("ExpiredCodeException");
    await expect(parts.codes.check(pool, user, "reset-password", code)).rejects.toMatchObject(
      expired,
    );
    await expect(parts.codes.check(pool, other, "sign-up", code)).rejects.toMatchObject(expired);
  });

  it("are replaced by newer ones", async () => {
    await parts.codes.send(pool, user, "sign-up", sentTo);
    const first = await lastCode();
    await parts.codes.send(pool, user, "sign-up", sentTo);
    const second = await lastCode();
    if (first !== second) {
      await expect(parts.codes.check(pool, user, "sign-up", first)).rejects.toMatchObject(
        refused("CodeMismatchException"),
      );
    }
    await parts.codes.check(pool, user, "sign-up", second);
  });

  it("verify each attribute by its own", async () => {
    await parts.codes.send(pool, user, "verify-attribute", sentTo);
    const code = await lastCode();
    const phone = { attribute: "phone_number", value: "+15550001234" } as const;
    expect(await parts.codes.send(pool, user, "verify-attribute", phone)).toEqual({
      Destination: "+*******1234",
      DeliveryMedium: "SMS",
      AttributeName: "phone_number",
    });
    await parts.codes.check(pool, user, "verify-attribute", code, "email");
  });

  it.each([
    ["sign-up", 24],
    ["reset-password", 1],
    ["verify-attribute", 24],
  ] as const)("for %s last %i hours", async (purpose, hours) => {
    await parts.codes.send(pool, user, purpose, sentTo);
    const code = await lastCode();
    server.clock.advance(hours * hourMs - 1);
    await parts.codes.check(pool, user, purpose, code, "email");
    server.clock.advance(1);
    await expect(parts.codes.check(pool, user, purpose, code, "email")).rejects.toMatchObject(
      refused("ExpiredCodeException"),
    );
  });

  it.each([
    ["sign-up", 5],
    ["reset-password", 10],
  ] as const)("for %s are sent %i times an hour", async (purpose, times) => {
    for (let count = 0; count < times; count++) await parts.codes.send(pool, user, purpose, sentTo);
    await expect(parts.codes.send(pool, user, purpose, sentTo)).rejects.toMatchObject(
      refused("LimitExceededException"),
    );
    server.clock.advance(hourMs);
    await parts.codes.send(pool, user, purpose, sentTo);
  });

  it("are guessed at 15 times an hour at most, on whatever node, by whatever codes", async () => {
    await parts.codes.send(pool, user, "sign-up", sentTo);
    const wrong = wrongFor(await lastCode());
    const nodes = [node(), node(), node(), node()];
    const guesses = nodes.flatMap(({ codes }) =>
      Array.from({ length: 10 }, () => codes.check(pool, user, "sign-up", wrong)),
    );
    const results = await Promise.allSettled(guesses);
    const reasons = results.map((result) => result.status === "rejected" && result.reason.code);
    expect(reasons.filter((code) => code === "CodeMismatchException")).toHaveLength(15);
    expect(reasons.filter((code) => code === "LimitExceededException")).toHaveLength(25);
    await parts.codes.send(pool, user, "sign-up", sentTo);
    const code = await lastCode();
    await expect(parts.codes.check(pool, user, "sign-up", code)).rejects.toMatchObject(
      refused("LimitExceededException"),
    );
    server.clock.advance(hourMs);
    await parts.codes.check(pool, user, "sign-up", code);
  });

  it("are pretended to nobody as they are sent to somebody", async () => {
    const { codes } = parts;
    const expired = refused("ExpiredCodeException");
    await expect(codes.check(pool, "nobody", "sign-up", "123456")).rejects.toMatchObject(expired);
    const first = await codes.pretend(pool, "nobody", undefined, "sign-up", "email");
    expect(first).toEqual(await codes.pretend(pool, "nobody", undefined, "sign-up", "email"));
    expect(first.Destination).toMatch(/^[a-z]\*\*\*@[a-z]\*\*\*$/);
    await expect(codes.check(pool, "nobody", "sign-up", "123456")).rejects.toMatchObject(
      refused("CodeMismatchException"),
    );
    for (let count = 2; count < 5; count++)
      await codes.pretend(pool, "nobody", undefined, "sign-up", "email");
    await expect(
      codes.pretend(pool, "nobody", undefined, "sign-up", "email"),
    ).rejects.toMatchObject(refused("LimitExceededException"));
  });

  it("are pretended with the name as its address where it is one", async () => {
    const { codes } = parts;
    const email = await codes.pretend(pool, "Bob@some.org", undefined, "reset-password", "email");
    expect(email.Destination).toBe("B***@s***");
    const phone = await codes.pretend(
      pool,
      "+4912345",
      undefined,
      "reset-password",
      "phone_number",
    );
    expect(phone.Destination).toBe("+*******2345");
    const other = await codes.pretend(pool, "bob", undefined, "reset-password", "phone_number");
    expect(other.Destination).toMatch(/^\+\*{7}\d{4}$/);
  });

  it("lie in storage sealed, in the outbox too", async () => {
    await parts.codes.send(pool, user, "sign-up", sentTo);
    const code = await lastCode();
    for (const [name, prefix] of [
      ["codes", [pool.id]],
      ["outbox", []],
    ] as const) {
      const collection = { name: `user-pools/${name}`, key: () => [] };
      const { items } = await server.records.list(collection, { prefix, limit: 1000 });
      expect(items.length).toBeGreaterThan(0);
      const sealed = /"sealed\w+":"[^"]*"/g;
      expect(JSON.stringify(items).replace(sealed, "")).not.toContain(code);
      expect(JSON.stringify(items)).not.toContain(`code is ${code}`);
    }
  });
});
