import {
  CreateChangeSetCommand,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
} from "@aws-sdk/client-cloudformation";
import { GetParameterCommand } from "@aws-sdk/client-ssm";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
  parametersTemplate,
  type StacksServer,
  stacksServer,
} from "../../../test/fixtures/stacks.ts";

let server: StacksServer;

beforeEach(async () => {
  server = await stacksServer();
});

afterEach(() => server.close());

async function create(StackName: string, TemplateBody: string): Promise<string> {
  const named = { StackName, ChangeSetName: "set" };
  const asked = { ...named, ChangeSetType: "CREATE" as const, TemplateBody };
  const { StackId = "" } = await server.cloudFormation.send(new CreateChangeSetCommand(asked));
  await server.cloudFormation.send(new ExecuteChangeSetCommand(named));
  await describeStack(StackId);
  return StackId;
}

async function describeStack(StackName: string) {
  const { Stacks = [] } = await server.cloudFormation.send(
    new DescribeStacksCommand({ StackName }),
  );
  return Stacks[0];
}

it("removes a stack and its resources; by its id it is still told of", async () => {
  const id = await create("hello", parametersTemplate({ A: "1" }));
  await server.cloudFormation.send(new DeleteStackCommand({ StackName: id }));
  expect(await describeStack(id)).toMatchObject({
    ...{ StackStatus: "DELETE_COMPLETE", DeletionTime: expect.any(Date) },
  });
  await expect(describeStack("hello")).rejects.toMatchObject({
    name: "ValidationError",
    message: "Stack with id hello does not exist",
  });
  const all = await server.cloudFormation.send(new DescribeStacksCommand({}));
  expect(all.Stacks).toEqual([]);
  const { StackEvents = [] } = await server.cloudFormation.send(
    new DescribeStackEventsCommand({ StackName: id }),
  );
  expect(StackEvents[0]).toMatchObject({ ResourceStatus: "DELETE_COMPLETE" });
  const physicalId = StackEvents.find(({ LogicalResourceId }) => LogicalResourceId === "A");
  const gone = new GetParameterCommand({ Name: physicalId?.PhysicalResourceId });
  await expect(server.ssm.send(gone)).rejects.toMatchObject({ name: "ParameterNotFound" });
  const template = await server.cloudFormation.send(new GetTemplateCommand({ StackName: id }));
  expect(template.TemplateBody).toBe(parametersTemplate({ A: "1" }));
});

it("succeeds where there is nothing, and again", async () => {
  const id = await create("hello", parametersTemplate({ A: "1" }));
  for (const StackName of ["nothing", "hello", "hello", id]) {
    await server.cloudFormation.send(new DeleteStackCommand({ StackName }));
    await describeStack(id);
  }
});

it("retains resources only once they have resisted", async () => {
  await create("hello", parametersTemplate({ A: "1" }));
  const retaining = new DeleteStackCommand({ StackName: "hello", RetainResources: ["A"] });
  await expect(server.cloudFormation.send(retaining)).rejects.toMatchObject({
    message: expect.stringMatching(/only when the stack is in the DELETE_FAILED state\.$/),
  });
  const forced = new DeleteStackCommand({
    ...{ StackName: "hello", DeletionMode: "FORCE_DELETE_STACK" },
  });
  await expect(server.cloudFormation.send(forced)).rejects.toMatchObject({
    message: "DeletionMode is not supported",
  });
});

it("waits for the end of what is under way", async () => {
  const named = { StackName: "hello", TemplateBody: parametersTemplate({ A: "1" }) };
  const { StackId = "" } = await server.cloudFormation.send(new CreateStackCommand(named));
  await server.cloudFormation.send(new DeleteStackCommand({ StackName: "hello" }));
  expect(await describeStack(StackId)).toMatchObject({ StackStatus: "DELETE_COMPLETE" });
});

it("frees the name for another stack", async () => {
  const first = await create("hello", parametersTemplate({ A: "1" }));
  await server.cloudFormation.send(new DeleteStackCommand({ StackName: "hello" }));
  await describeStack(first);
  const second = await create("hello", parametersTemplate({ B: "2" }));
  expect(await describeStack("hello")).toMatchObject({ StackId: second });
  const unknown = new DescribeStackEventsCommand({ StackName: `${first}0` });
  await expect(server.cloudFormation.send(unknown)).rejects.toMatchObject({
    message: `Stack [${first}0] does not exist`,
  });
});
