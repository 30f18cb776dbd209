import {
  CreateStackCommand,
  DescribeStackResourceCommand,
  DescribeStackResourcesCommand,
  ListStackResourcesCommand,
  ListStacksCommand,
  UpdateTerminationProtectionCommand,
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

/** A value that its own pattern refuses: it cannot be made. */
function withFailure(): string {
  const Properties = { Type: "String", Value: "1", AllowedPattern: "[a-z]+" };
  const Bad = { Type: "AWS::SSM::Parameter", DependsOn: "Good", Properties };
  const { Resources } = JSON.parse(parametersTemplate({ Good: "1" }));
  return JSON.stringify({ Resources: { ...Resources, Bad } });
}

it("makes a stack", async () => {
  const Tags = [{ Key: "team", Value: "blue" }];
  const TemplateBody = parametersTemplate({ A: "1" }, { Description: "one parameter" });
  expect(await hello.create({ TemplateBody, Tags, ClientRequestToken: "first" })).toMatchObject({
    ...{ StackName: "hello", StackStatus: "CREATE_COMPLETE", Description: "one parameter", Tags },
    ...{ EnableTerminationProtection: false, DisableRollback: false },
  });
  const again = await hello.create({ TemplateBody, ClientRequestToken: "first" });
  expect(again?.StackStatus).toBe("CREATE_COMPLETE");
  expect((await hello.events())[0]).toMatchObject({
    ...{ ResourceStatus: "CREATE_IN_PROGRESS", ResourceStatusReason: "User Initiated" },
    ClientRequestToken: "first",
  });
  const other = new CreateStackCommand({ StackName: "hello", TemplateBody });
  await expect(server.cloudFormation.send(other)).rejects.toMatchObject({
    name: "AlreadyExistsException",
    message: "Stack [hello] already exists",
  });
  const otherwise = hello.update({ TemplateBody, ClientRequestToken: "first" });
  await expect(otherwise).rejects.toMatchObject({ name: "TokenAlreadyExistsException" });
});

it("tells what a stack is made of", async () => {
  const stack = await hello.create({ TemplateBody: parametersTemplate({ A: "1", B: "2" }) });
  const named = { StackName: "hello" };
  const { StackResourceSummaries = [] } = await server.cloudFormation.send(
    new ListStackResourcesCommand(named),
  );
  expect(StackResourceSummaries).toEqual([
    expect.objectContaining({
      ...{ LogicalResourceId: "A", PhysicalResourceId: expect.stringMatching(/^hello-A-/) },
      ...{ ResourceType: "AWS::SSM::Parameter", ResourceStatus: "CREATE_COMPLETE" },
      LastUpdatedTimestamp: expect.any(Date),
    }),
    expect.objectContaining({ LogicalResourceId: "B" }),
  ]);
  const { StackResources } = await server.cloudFormation.send(
    new DescribeStackResourcesCommand({ ...named, LogicalResourceId: "B" }),
  );
  expect(StackResources).toEqual([
    expect.objectContaining({ LogicalResourceId: "B", StackId: stack?.StackId }),
  ]);
  const { StackResourceDetail } = await server.cloudFormation.send(
    new DescribeStackResourceCommand({ ...named, LogicalResourceId: "A" }),
  );
  expect(StackResourceDetail).toMatchObject({ LogicalResourceId: "A", StackName: "hello" });
  const missing = new DescribeStackResourceCommand({ ...named, LogicalResourceId: "C" });
  await expect(server.cloudFormation.send(missing)).rejects.toMatchObject({
    message: "Resource C does not exist for stack hello",
  });
  const nameless = new DescribeStackResourcesCommand({});
  await expect(server.cloudFormation.send(nameless)).rejects.toMatchObject({
    message: "Either StackName or PhysicalResourceId must be specified.",
  });
});

it("leaves nothing when a resource fails, or everything where that is wanted", async () => {
  const TemplateBody = withFailure();
  expect(await hello.create({ TemplateBody })).toMatchObject({ StackStatus: "ROLLBACK_COMPLETE" });
  const failed = (await hello.events()).find((one) => one.ResourceStatus === "CREATE_FAILED");
  expect(failed).toMatchObject({
    LogicalResourceId: "Bad",
    ResourceStatusReason: expect.stringMatching(/^Resource handler returned message: "/),
  });
  const { StackId } = (await hello.stack()) ?? {};
  await expect(hello.update({ TemplateBody })).rejects.toMatchObject({
    message: `Stack:${StackId} is in ROLLBACK_COMPLETE state and can not be updated.`,
  });
  expect(await hello.delete()).toMatchObject({ StackStatus: "DELETE_COMPLETE" });
  expect(await hello.create({ TemplateBody, OnFailure: "DO_NOTHING" })).toMatchObject({
    ...{ StackStatus: "CREATE_FAILED", DisableRollback: true },
  });
});

it("protects a stack from deletion", async () => {
  const TemplateBody = parametersTemplate({ A: "1" });
  await hello.create({ TemplateBody, EnableTerminationProtection: true });
  await expect(hello.delete()).rejects.toMatchObject({
    message: "Stack [hello] cannot be deleted while TerminationProtection is enabled",
  });
  await server.cloudFormation.send(
    new UpdateTerminationProtectionCommand({
      ...{ StackName: "hello", EnableTerminationProtection: false },
    }),
  );
  expect(await hello.delete()).toMatchObject({ StackStatus: "DELETE_COMPLETE" });
});

it("refuses what it cannot do, by name", async () => {
  const TemplateBody = parametersTemplate({ A: "1" });
  const refused = [
    [{ TimeoutInMinutes: 5 }, "TimeoutInMinutes is not supported"],
    [{ OnFailure: "DELETE" as const }, "OnFailure DELETE is not supported"],
    [
      { OnFailure: "ROLLBACK" as const, DisableRollback: true },
      "You cannot specify both DisableRollback and OnFailure.",
    ],
  ] as const;
  for (const [input, message] of refused) {
    await expect(hello.create({ TemplateBody, ...input })).rejects.toMatchObject({ message });
  }
  const unknown = JSON.stringify({ Resources: { A: { Type: "AWS::Made::Up" } } });
  await expect(hello.create({ TemplateBody: unknown })).rejects.toMatchObject({
    name: "ValidationError",
    message: "Template format error: Unrecognized resource types: [AWS::Made::Up]",
  });
  await expect(hello.stack()).rejects.toMatchObject({
    message: "Stack with id hello does not exist",
  });
});

it("lists stacks by where they stand", async () => {
  const TemplateBody = parametersTemplate({ A: "1" });
  await hello.create({ TemplateBody });
  await hello.delete();
  server.clock.advance(1000);
  await stackClient(server, "second").create({ TemplateBody });
  const all = await server.cloudFormation.send(new ListStacksCommand({}));
  expect(all.StackSummaries?.map(({ StackName }) => StackName)).toEqual(["second", "hello"]);
  const gone = await server.cloudFormation.send(
    new ListStacksCommand({ StackStatusFilter: ["DELETE_COMPLETE"] }),
  );
  expect(gone.StackSummaries?.map(({ StackName }) => StackName)).toEqual(["hello"]);
  const wrong = new ListStacksCommand({ NextToken: "made-up" });
  await expect(server.cloudFormation.send(wrong)).rejects.toMatchObject({
    message: "Invalid NextToken.",
  });
});
