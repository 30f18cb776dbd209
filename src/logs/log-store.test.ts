import { appendFile, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLog } from "../foundation/log.ts";
import { LogStore } from "./log-store.ts";

const tenant = { account: "000000000000", region: "us-east-1" };
const group = { tenant, name: "/aws/lambda/hello" };
const clock = { now: () => 1_700_000_000_000 };

let folder: string;
const open = (limits?: ConstructorParameters<typeof LogStore>[3]) =>
  new LogStore(folder, clock, createLog("silent"), limits);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "logs-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("events come back in their order, and outlive the server", async () => {
  const logs = open();
  logs.append(group, "a", ["one", "two\nlines"]);
  logs.append(group, "b", ["three"]);
  await logs.close();
  const at = clock.now();
  expect(await open().tail(group, 10)).toEqual([
    { at, stream: "a", message: "one" },
    { at, stream: "a", message: "two\nlines" },
    { at, stream: "b", message: "three" },
  ]);
  expect(await open().tail(group, 1)).toEqual([{ at, stream: "b", message: "three" }]);
  expect(await open().tail(group, 10, "b")).toHaveLength(1);
});

test("groups and tenants are kept apart, whatever they are called", async () => {
  const logs = open();
  const long = "/".repeat(511);
  const names = ["/aws/lambda/hello", "..", "../..", "a/b", "a%2Fb", `${long}a`, `${long}b`];
  const groups = names.map((name) => ({ tenant, name }));
  const other = { tenant: { ...tenant, account: ".." }, name: "hello" };
  for (const each of [...groups, other]) logs.append(each, "s", [each.name]);
  for (const each of [...groups, other]) {
    expect((await logs.tail(each, 10)).map(({ message }) => message)).toEqual([each.name]);
  }
  await logs.remove(group);
  expect(await logs.tail(group, 10)).toEqual([]);
  expect(await logs.tail({ tenant, name: "a/b" }, 10)).toHaveLength(1);
});

test("old events make room for new ones", async () => {
  const logs = open({ fileBytes: 1000, files: 3, pendingBytes: 1_000_000 });
  for (let round = 0; round < 100; round++) {
    logs.append(group, "s", [`${round} ${"x".repeat(200)}`]);
    await logs.flush();
  }
  const files = (await readdir(folder, { recursive: true })).filter((f) => f.endsWith(".ndjson"));
  expect(files).toHaveLength(3);
  for (const file of files) expect((await stat(join(folder, file))).size).toBeLessThan(1500);
  const kept = await logs.tail(group, 1000);
  expect(kept.at(-1)?.message).toContain("99 ");
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.length).toBeLessThan(20);
});

test("more than the disk takes is dropped, and said", async () => {
  const logs = open({ fileBytes: 1_000_000, files: 3, pendingBytes: 1000 });
  logs.append(group, "s", Array(100).fill("x".repeat(99)));
  const kept = await logs.tail(group, 1000);
  expect(kept).toHaveLength(11);
  expect(kept.at(-1)?.message).toContain("90 log events dropped");
});

test("a line that was cut short is left out", async () => {
  const logs = open();
  logs.append(group, "s", ["whole"]);
  await logs.flush();
  const [file = ""] = (await readdir(folder, { recursive: true })).filter((f) => /ndjson/.test(f));
  await appendFile(join(folder, file), '[1,"s","ha');
  logs.append(group, "s", ["next"]);
  expect((await logs.tail(group, 10)).map(({ message }) => message)).toEqual(["whole", "next"]);
});
