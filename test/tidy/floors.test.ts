import { describe, expect, test } from "vitest";
import { floorRules } from "./floors.ts";
import { expectComplaints } from "./planted.ts";
import { repositoryOf } from "./repository.ts";

const planted: [string, string, string, string][] = [
  ["up", "src/tokens/mint.ts", "../user-pools/index.ts", "floors"],
  ["sideways", "src/apis/service.ts", "../sign-in/index.ts", "floors"],
  ["sideways, wire and storage", "src/wire/paging.ts", "../storage/keyring.ts", "floors"],
  ["out of src", "src/main.ts", "../tools/generate-shapes.ts", "floors"],
  ["tests from the server", "src/main.ts", "../test/fixtures/serve.ts", "test-code"],
  ["a test file", "src/apis/store.ts", "./store.test.ts", "test-code"],
  ["storage from the gateway", "src/gateway/router.ts", "../storage/keyring.ts", "gateway"],
  ["wire from domain/", "src/apis/domain/route.ts", "../../wire/operation.ts", "domain"],
  ["a store from domain/", "src/apis/domain/route.ts", "../store.ts", "domain"],
  ["HTTP from an operation", "src/apis/operations/a.ts", "../../wire/exchange.ts", "operations"],
  ["a service from an operation", "src/apis/operations/a.ts", "../../logs/index.ts", "operations"],
  ["an engine", "src/apis/store.ts", "../storage/sqlite/index.ts", "engines"],
  ["records outside a store", "src/apis/compile.ts", "../storage/records.ts", "records"],
  ["past the door", "src/cli/token.ts", "../user-pools/store.ts", "doors"],
];

describe("imports that the floors refuse", () => {
  test.each(planted)("%s", (_, file, target, rule) => {
    const text = `import { readFileSync } from "node:fs";\nimport { x } from "${target}";\n`;
    expectComplaints(floorRules, { [file]: text }, [`${file}:2 ${rule}`]);
  });

  test.each([
    ["a type", 'import type { X } from "../apis/index.ts";'],
    ["an export", 'export { x } from "../apis/index.ts";'],
    ["everything", 'export * from "../apis/index.ts";'],
    ["import()", 'await import("../apis/index.ts");'],
    ["a type in place", 'let x: import("../apis/index.ts").X;'],
    ["a worker", 'new Worker(new URL("../apis/index.ts", import.meta.url));'],
  ])("however it is written: %s", (_, text) => {
    expectComplaints(floorRules, { "src/tokens/mint.ts": text }, ["src/tokens/mint.ts:1 floors"]);
  });

  test("a part that has no floor", () => {
    expectComplaints(floorRules, { "src/extras/a.ts": "" }, ["src/extras/a.ts:1 floors"]);
  });
});

test("the complaint says what is imported and why not", () => {
  const text = 'import { openKeyring } from "../storage/keyring.ts";';
  const [complaint] = floorRules(repositoryOf({ "src/gateway/router.ts": text }));
  expect(complaint?.message).toBe(
    "imports src/storage/keyring.ts: the data plane reads no storage",
  );
});

test("what points down, through a door, passes", () => {
  const files = {
    "src/main.ts": 'import "./storage/sqlite/index.ts"; import "./apis/index.ts";',
    "src/apis/index.ts": 'import type { Records } from "../storage/records.ts";',
    "src/apis/store.ts": 'import { put } from "../storage/records.ts";',
    "src/apis/compile.ts": 'import type { StagePlan } from "../gateway/plan.ts";',
    "src/apis/domain/route.ts": 'import "../../foundation/arn.ts"; import "./target.ts";',
    "src/apis/operations/get-api.ts": 'import "../contract.ts"; import "../domain/route.ts";',
    "src/apis/store.test.ts": 'import "../../test/fixtures/storage.ts";',
  };
  expectComplaints(floorRules, files, []);
});
