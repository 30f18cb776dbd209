import { expect, test } from "vitest";
import { traceOf } from "./operation-trace.ts";

const refused = {
  requestId: "1",
  at: 0,
  subject: "DescribeUserPool",
  fault: { code: "ResourceNotFoundException", message: "User pool x does not exist.", status: 400 },
};

test("a reason is the refused step", () => {
  const reason = { check: "pool", expected: "one of yours", received: "x", change: "the id" };
  const trace = traceOf({ ...refused, reason }).trace();
  expect(trace.outcome).toEqual({
    status: 400,
    text: "ResourceNotFoundException: User pool x does not exist.",
  });
  expect(trace.steps).toMatchObject([{ check: "pool", outcome: "refused", reason }]);
});

test("without one, the fault's own words are", () => {
  const { outcome, steps } = traceOf({ ...refused, reason: undefined }).trace();
  expect(steps).toEqual([{ check: "request", outcome: "refused", detail: outcome.text }]);
});

test("what quotes the request is cut off", () => {
  const message = `no match\n${"token ".repeat(10)}`;
  const quoting = traceOf({ ...refused, fault: { ...refused.fault, message }, reason: undefined });
  expect(JSON.stringify(quoting.trace())).not.toContain("token");
  const long = { ...refused.fault, message: "x".repeat(100_000) };
  const bounded = traceOf({ ...refused, fault: long, reason: undefined });
  expect(JSON.stringify(bounded.trace()).length).toBeLessThan(3000);
});
