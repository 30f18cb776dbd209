import { test } from "vitest";
import { companionRules } from "./companions.ts";
import { expectComplaints } from "./planted.ts";

const folder = "src/user-pools/operations";
const operation = 'export const getUser = operation("GetUser", {});';

test("a test whose subject is gone", () => {
  const files = {
    "src/apis/routes.test.ts": "",
    "src/apis/compile.ts": "",
    "src/apis/compile.test.ts": "",
    "src/storage/sqlite/writer.ts": "",
    "src/storage/sqlite.test.ts": "",
    "src/functions/bootstrap/python.py": "",
    "src/functions/python.test.ts": "",
  };
  expectComplaints(companionRules, files, ["src/apis/routes.test.ts:1 test-names"]);
});

test("an operation that no test beside it calls", () => {
  const files = {
    [`${folder}/get-user.ts`]: operation,
    [`${folder}/sign-up.test.ts`]: "new AdminGetUserCommand({})",
    "src/user-pools/store.ts": "",
    "src/user-pools/store.test.ts": "new GetUserCommand({})",
  };
  expectComplaints(companionRules, files, [`${folder}/get-user.ts:1 untested`]);
});

test("its own test, or one that follows the resource, will do", () => {
  const test = "new GetUserCommand({})";
  const files = { [`${folder}/get-user.ts`]: operation, [`${folder}/users.test.ts`]: test };
  expectComplaints(companionRules, files, []);
});
