import { test } from "vitest";
import { nameRules } from "./names.ts";
import { expectComplaints } from "./planted.ts";

test("a file or folder whose name says nothing", () => {
  const files = { "src/apis/utils.ts": "", "docs/misc/a.md": "", "src/common/a.test.ts": "" };
  expectComplaints(nameRules, files, [
    "src/apis/utils.ts:1 names",
    "docs/misc/a.md:1 names",
    "src/common/a.test.ts:1 names",
  ]);
});

test("a thing in the code whose name says nothing", () => {
  const files = {
    "src/a.ts": "\nconst helpers = {};",
    "src/b.ts": "\nfunction common() {}",
    "src/c.ts": '\nimport * as util from "node:util";',
  };
  expectComplaints(nameRules, files, ["src/a.ts:2 names", "src/b.ts:2 names", "src/c.ts:2 names"]);
});

test("a code file that is not in kebab-case", () => {
  const files = {
    "src/adminGetUser.ts": "",
    "src/Apis/get-api.ts": "",
    "src/get-api.test.ts": "",
    "README.md": "",
  };
  expectComplaints(nameRules, files, [
    "src/adminGetUser.ts:1 file-names",
    "src/Apis/get-api.ts:1 file-names",
  ]);
});

test("a default export, but for a tool's configuration", () => {
  const files = {
    "src/a.ts": "\nexport default 1;",
    "src/b.ts": "const b = 1;\nexport { b as default };",
    "vitest.config.ts": "export default {};",
  };
  expectComplaints(nameRules, files, ["src/a.ts:2 default-export", "src/b.ts:2 default-export"]);
});
