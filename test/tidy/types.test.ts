import { test } from "vitest";
import { expectComplaints } from "./planted.ts";
import { typeRules } from "./types.ts";

test("any", () => {
  expectComplaints(typeRules, { "src/wire/a.ts": "\nlet a: any[];" }, ["src/wire/a.ts:2 any"]);
});

test("assertions, outside of src/wire", () => {
  const files = {
    "src/apis/a.ts": "\nconst a = b as string;",
    "test/b.ts": "\nconst a = <string>b;",
    "src/wire/c.ts": "const a = b as string;",
  };
  expectComplaints(typeRules, files, ["src/apis/a.ts:2 as", "test/b.ts:2 as"]);
});

test("what only looks like one", () => {
  const text = 'import { a as b } from "./a.ts";\nconst c = [b] as const satisfies string[];';
  expectComplaints(typeRules, { "src/apis/a.ts": text }, []);
});
