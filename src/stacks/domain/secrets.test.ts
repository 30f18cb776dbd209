import { expect, it } from "vitest";
import { secretsOf, withoutSecrets } from "./secrets.ts";
import type { Stack, StackParameter } from "./stack.ts";

function definition(parameters: StackParameter[]) {
  return { templateBody: "{}", parameters, tags: {}, capabilities: [], notificationArns: [] };
}

it("are the values of NoEcho parameters, former ones too", () => {
  const stack: Stack = {
    ...{ tenant: { account: "000000000000", region: "us-east-1" }, id: "1", name: "hello" },
    ...{ status: "UPDATE_IN_PROGRESS", outputs: [], terminationProtection: false },
    ...{ disableRollback: false, createdAt: 0 },
    definition: definition([{ key: "A", value: "old", noEcho: true }]),
    target: definition([
      { key: "A", value: "/name", resolved: "new", noEcho: true },
      { key: "B", value: "open" },
      { key: "C", value: "", noEcho: true },
    ]),
  };
  expect(secretsOf(stack)).toEqual(["old", "/name", "new"]);
});

it("are hidden wherever they can be read", () => {
  const value = { a: "x-new-y", b: ["new", "open"], c: { d: 1234, e: true }, f: undefined };
  expect(withoutSecrets(value, ["new", "123"])).toEqual({
    ...{ a: "****", b: ["****", "open"], c: { d: "****", e: true }, f: undefined },
  });
});
