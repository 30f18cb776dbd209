import { expect, test } from "vitest";
import { checkAttachedPolicyCount, checkInlinePolicySize, checkTrustPolicySize } from "./quotas.ts";

test("a trust policy may have 2048 characters besides white space", () => {
  checkTrustPolicySize("x".repeat(2048) + " \n".repeat(500));
  expect(() => checkTrustPolicySize("x".repeat(2049))).toThrow(
    expect.objectContaining({
      code: "LimitExceededException",
      message: "Cannot exceed quota for ACLSizePerRole: 2048",
    }),
  );
});

test("inline policies may have 10240 characters together", () => {
  const half = { name: "half", document: "x".repeat(5120) };
  checkInlinePolicySize("hello", [half, half]);
  expect(() => checkInlinePolicySize("hello", [half, half, { name: "x", document: "x" }])).toThrow(
    expect.objectContaining({
      code: "LimitExceededException",
      message: "Maximum policy size of 10240 bytes exceeded for role hello",
    }),
  );
});

test("ten managed policies may be attached", () => {
  checkAttachedPolicyCount(10);
  expect(() => checkAttachedPolicyCount(11)).toThrow("Cannot exceed quota for PoliciesPerRole: 10");
});
