import type * as Sts from "@aws-sdk/client-sts";
import { expect, test } from "vitest";
import { secureRandom } from "../foundation/random.ts";
import { createInProcess } from "./in-process.ts";
import { operationsOf } from "./operation.ts";
import { createService } from "./service.ts";
import { shapes } from "./shapes/sts.ts";

const operation = operationsOf<typeof Sts, { account: string }>();
const getCallerIdentity = operation("GetCallerIdentity", {
  access: "iam",
  run: (_, { account }) => ({ Account: account, Arn: "arn", UserId: "me" }),
});
const assumeRole = operation("AssumeRole", {
  access: "iam",
  run: ({ RoleArn }) => ({ SourceIdentity: RoleArn }),
});
const sts = createService({
  shapes,
  operations: [getCallerIdentity, assumeRole],
  constraintFault: "ValidationError",
  context: ({ tenant }) => tenant,
});
const caller = {
  tenant: { account: "111122223333", region: "us-east-1" },
  callerArn: "arn:aws:iam::111122223333:root",
};
const call = createInProcess([sts], secureRandom).calls<typeof Sts>("sts", caller);

test("an operation answers for the account that it is called for", async () => {
  expect((await call("GetCallerIdentity", {})).Account).toBe("111122223333");
});

test("what a client may not send, a part of the server may not either", async () => {
  const asked = call("AssumeRole", { RoleArn: "short", RoleSessionName: "me" });
  await expect(asked).rejects.toMatchObject({ code: "ValidationError" });
});

test("an operation that is not served is a mistake of the caller", async () => {
  const asked = call("GetSessionToken", {});
  await expect(asked).rejects.toThrow("sts GetSessionToken is not served");
});
