import {
  ContinueUpdateRollbackCommand,
  DescribeEventsCommand,
  RollbackStackCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
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

/** A parameter whose value is refused where it is not made of letters. */
function picky(Value: string): string {
  const Properties = { Type: "String", Value, AllowedPattern: "[a-z]+" };
  return JSON.stringify({ Resources: { A: { Type: "AWS::SSM::Parameter", Properties } } });
}

it("makes a stack another, and says when there is nothing to do", async () => {
  await hello.create({ TemplateBody: parametersTemplate({ A: "1" }) });
  const TemplateBody = parametersTemplate({ A: "1", B: "2" });
  const updated = await hello.update({ TemplateBody, ClientRequestToken: "second" });
  expect(updated).toMatchObject({
    ...{ StackStatus: "UPDATE_COMPLETE", LastUpdatedTime: expect.any(Date) },
  });
  await hello.update({ TemplateBody, ClientRequestToken: "second" });
  await expect(hello.update({ TemplateBody })).rejects.toMatchObject({
    name: "ValidationError",
    message: "No updates are to be performed.",
  });
  await expect(hello.update({ UsePreviousTemplate: true })).rejects.toMatchObject({
    message: "No updates are to be performed.",
  });
  await expect(hello.update({ UsePreviousTemplate: true, TemplateBody })).rejects.toMatchObject({
    message: expect.stringMatching(/^You cannot specify both usePreviousTemplate/),
  });
});

it("changes outputs or tags alone", async () => {
  const TemplateBody = parametersTemplate({ A: "1" });
  await hello.create({ TemplateBody });
  const Tags = [{ Key: "team", Value: "blue" }];
  expect(await hello.update({ TemplateBody, Tags })).toMatchObject({ Tags });
  const Outputs = { Out: { Value: "text" } };
  const withOutput = await hello.update({
    TemplateBody: parametersTemplate({ A: "1" }, { Outputs }),
  });
  expect(withOutput).toMatchObject({ Outputs: [{ OutputKey: "Out", OutputValue: "text" }], Tags });
  expect(await hello.update({ UsePreviousTemplate: true, Tags: [] })).toMatchObject({ Tags: [] });
});

it("is undone when it fails, at once or when that is asked for", async () => {
  await hello.create({ TemplateBody: picky("good") });
  const undone = await hello.update({ TemplateBody: picky("123") });
  expect(undone).toMatchObject({ StackStatus: "UPDATE_ROLLBACK_COMPLETE" });
  const kept = await hello.update({ TemplateBody: picky("456"), DisableRollback: true });
  expect(kept).toMatchObject({ StackStatus: "UPDATE_FAILED" });
  const named = { StackName: "hello" };
  await server.cloudFormation.send(new RollbackStackCommand(named));
  expect(await hello.stack()).toMatchObject({ StackStatus: "UPDATE_ROLLBACK_COMPLETE" });
  const { OperationEvents = [] } = await server.cloudFormation.send(
    new DescribeEventsCommand(named),
  );
  expect(OperationEvents[0]).toMatchObject({ ResourceStatus: "UPDATE_ROLLBACK_COMPLETE" });
});

it("is undone only where there is something to undo", async () => {
  const stack = await hello.create({ TemplateBody: picky("good") });
  const state = `Stack:${stack?.StackId} is in CREATE_COMPLETE state and can not be`;
  const named = { StackName: "hello" };
  await expect(server.cloudFormation.send(new RollbackStackCommand(named))).rejects.toMatchObject({
    message: `${state} rolled back.`,
  });
  await expect(
    server.cloudFormation.send(new ContinueUpdateRollbackCommand(named)),
  ).rejects.toMatchObject({ message: `${state} rolled back further.` });
  const skipping = new ContinueUpdateRollbackCommand({ ...named, ResourcesToSkip: ["A"] });
  await expect(server.cloudFormation.send(skipping)).rejects.toMatchObject({
    message: "ResourcesToSkip is not supported",
  });
});

it("refuses a stack that is not there", async () => {
  const update = new UpdateStackCommand({ StackName: "hello", TemplateBody: picky("good") });
  await expect(server.cloudFormation.send(update)).rejects.toMatchObject({
    message: "Stack [hello] does not exist",
  });
});
