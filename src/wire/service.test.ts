import { expect, test } from "vitest";
import type { Operation } from "./operation.ts";
import { createService } from "./service.ts";
import { shapes } from "./shapes/sts.ts";

const rest = { shapes, constraintFault: "ValidationError", context: () => ({}) };

function operation(name: string): Operation<unknown> {
  return { name, access: "iam", run: () => ({}) };
}

test("an operation that AWS's service has not is an error at once", () => {
  for (const name of ["MakeCoffee", "constructor"]) {
    expect(() => createService({ ...rest, operations: [operation(name)] })).toThrow(
      `sts has no operation called ${name} at AWS`,
    );
  }
});

test("an operation that is there twice is an error at once", () => {
  const twice = [operation("AssumeRole"), operation("AssumeRole")];
  expect(() => createService({ ...rest, operations: twice })).toThrow(
    "sts defines AssumeRole twice",
  );
});

test("an operation that may be called without a signature here and not at AWS is an error", () => {
  const open: Operation<unknown> = { ...operation("AssumeRole"), access: "public" };
  expect(() => createService({ ...rest, operations: [open] })).toThrow(
    "sts AssumeRole is iam at AWS, not public",
  );
  const closed = operation("AssumeRoleWithWebIdentity");
  expect(() => createService({ ...rest, operations: [closed] })).toThrow(
    "sts AssumeRoleWithWebIdentity is public at AWS, not iam",
  );
});

test("a service knows its operations", () => {
  const service = createService({ ...rest, operations: [operation("AssumeRole")] });
  expect(service.operation("AssumeRole")?.name).toBe("AssumeRole");
  expect(service.operation("GetCallerIdentity")).toBeUndefined();
});

test("an operation may answer with more faults than its model declares", () => {
  const operations = [operation("AssumeRole"), operation("GetCallerIdentity")];
  const extraFaults = { AssumeRole: ["ConflictException"] };
  const service = createService({ ...rest, operations, extraFaults });
  expect(service.operation("AssumeRole")?.extraFaults).toEqual(["ConflictException"]);
  expect(service.operation("GetCallerIdentity")?.extraFaults).toEqual([]);
});
