import { GetStackPolicyCommand, SetStackPolicyCommand } from "@aws-sdk/client-cloudformation";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
  parametersTemplate,
  type StacksServer,
  stackClient,
  stacksServer,
} from "../../../test/fixtures/stacks.ts";

let server: StacksServer;
let hello: ReturnType<typeof stackClient>;

beforeEach(async () => {
  server = await stacksServer();
  hello = stackClient(server, "hello");
});

afterEach(() => server.close());

const allow = { Effect: "Allow", Action: "Update:*", Principal: "*", Resource: "*" };
const keepA = { ...allow, Effect: "Deny", Resource: "LogicalResourceId/A" };
const policy = JSON.stringify({ Statement: [allow, keepA] });
const before = parametersTemplate({ A: "1", B: "1" });

function set(StackPolicyBody: string | undefined) {
  const command = new SetStackPolicyCommand({ StackName: "hello", StackPolicyBody });
  return server.cloudFormation.send(command);
}

it("keeps updates from what it protects", async () => {
  await hello.create({ TemplateBody: before });
  const get = new GetStackPolicyCommand({ StackName: "hello" });
  expect((await server.cloudFormation.send(get)).StackPolicyBody).toBeUndefined();
  await set(policy);
  expect((await server.cloudFormation.send(get)).StackPolicyBody).toBe(policy);
  const changed = await hello.update({ TemplateBody: parametersTemplate({ A: "2", B: "2" }) });
  expect(changed).toMatchObject({ StackStatus: "UPDATE_ROLLBACK_COMPLETE" });
  const failed = (await hello.events()).find((one) => one.ResourceStatus === "UPDATE_FAILED");
  expect(failed).toMatchObject({
    LogicalResourceId: "A",
    ResourceStatusReason:
      "Action denied by stack policy: Statement [#2] does not allow [Update:Modify] for resource " +
      "[A]",
  });
  const removed = await hello.update({ TemplateBody: parametersTemplate({ B: "2" }) });
  expect(removed).toMatchObject({ StackStatus: "UPDATE_ROLLBACK_COMPLETE" });
  const rest = await hello.update({ TemplateBody: parametersTemplate({ A: "1", B: "2" }) });
  expect(rest).toMatchObject({ StackStatus: "UPDATE_COMPLETE" });
});

it("may be put aside for one update", async () => {
  await hello.create({ TemplateBody: before, StackPolicyBody: policy });
  const once = JSON.stringify({ Statement: [allow] });
  const TemplateBody = parametersTemplate({ A: "2", B: "1" });
  const changed = await hello.update({ TemplateBody, StackPolicyDuringUpdateBody: once });
  expect(changed).toMatchObject({ StackStatus: "UPDATE_COMPLETE" });
  const again = await hello.update({ TemplateBody: parametersTemplate({ A: "3", B: "1" }) });
  expect(again).toMatchObject({ StackStatus: "UPDATE_ROLLBACK_COMPLETE" });
});

it("is refused when it is none", async () => {
  await hello.create({ TemplateBody: before });
  await expect(set("{}")).rejects.toMatchObject({
    name: "ValidationError",
    message: "Error validating stack policy: Statement must be a list that is not empty",
  });
  await expect(set(" ".repeat(16_385))).rejects.toMatchObject({ name: "ValidationError" });
  await expect(set(undefined)).rejects.toMatchObject({
    message: "Either StackPolicyBody or StackPolicyURL must be specified.",
  });
});
