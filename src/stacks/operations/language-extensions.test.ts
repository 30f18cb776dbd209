import {
  CreateChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStackResourceCommand,
  DescribeStackResourcesCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
} from "@aws-sdk/client-cloudformation";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type StacksServer, stackClient, stacksServer } from "../../../test/fixtures/stacks.ts";

let server: StacksServer;
let hello: ReturnType<typeof stackClient>;

beforeEach(async () => {
  server = await stacksServer();
  hello = stackClient(server, "hello");
});

afterEach(() => server.close());

/** One SSM parameter for each name. */
const TemplateBody = JSON.stringify({
  Transform: "AWS::LanguageExtensions",
  Parameters: { Names: { Type: "CommaDelimitedList" }, Policy: { Type: "String" } },
  Resources: {
    "Fn::ForEach::P": [
      "Name",
      { Ref: "Names" },
      {
        "P&{Name}": {
          Type: "AWS::SSM::Parameter",
          DeletionPolicy: { Ref: "Policy" },
          Metadata: { name: { Ref: "Name" } },
          Properties: { Type: "String", Value: { Ref: "Name" } },
        },
      },
    ],
  },
});

const Capabilities = ["CAPABILITY_AUTO_EXPAND" as const];

function given(names: string) {
  return [
    { ParameterKey: "Names", ParameterValue: names },
    { ParameterKey: "Policy", ParameterValue: "Delete" },
  ];
}

async function idsOf(StackName: string) {
  const asked = new DescribeStackResourcesCommand({ StackName });
  const { StackResources = [] } = await server.cloudFormation.send(asked);
  return StackResources.map((each) => each.LogicalResourceId).sort();
}

it("makes what loops repeat, and follows their lists", async () => {
  await hello.create({ TemplateBody, Capabilities, Parameters: given("a-1,b") });
  expect(await idsOf("hello")).toEqual(["Pa1", "Pb"]);
  const Parameters = given("b,c");
  await hello.update({ UsePreviousTemplate: true, Capabilities, Parameters });
  expect(await idsOf("hello")).toEqual(["Pb", "Pc"]);
  const same = hello.update({ TemplateBody, Capabilities, Parameters });
  await expect(same).rejects.toMatchObject({ message: "No updates are to be performed." });
  const asked = new DescribeStackResourceCommand({ StackName: "hello", LogicalResourceId: "Pc" });
  const { StackResourceDetail } = await server.cloudFormation.send(asked);
  expect(StackResourceDetail?.Metadata).toBe('{"name":"c"}');
});

it("answers a template as it was sent, and as it was expanded", async () => {
  await hello.create({ TemplateBody, Capabilities, Parameters: given("a") });
  const textOf = async (TemplateStage?: "Original" | "Processed") => {
    const asked = new GetTemplateCommand({ StackName: "hello", TemplateStage });
    return (await server.cloudFormation.send(asked)).TemplateBody;
  };
  expect(await textOf("Original")).toBe(TemplateBody);
  const processed = JSON.parse((await textOf("Processed")) ?? "");
  expect(processed.Transform).toBeUndefined();
  expect(processed.Resources).toEqual({
    Pa: {
      ...{ Type: "AWS::SSM::Parameter", DeletionPolicy: "Delete", Metadata: { name: "a" } },
      Properties: { Type: "String", Value: "a" },
    },
  });
  expect(await textOf()).toBe(JSON.stringify(processed));
});

it("expands nothing without consent", async () => {
  const refusal = {
    name: "InsufficientCapabilitiesException",
    message: "Requires capabilities : [CAPABILITY_AUTO_EXPAND]",
  };
  const made = hello.create({ TemplateBody, Parameters: given("a") });
  await expect(made).rejects.toMatchObject(refusal);
  await hello.create({ TemplateBody, Capabilities, Parameters: given("a") });
  const updated = hello.update({ TemplateBody, Parameters: given("b") });
  await expect(updated).rejects.toMatchObject(refusal);
  const empty = hello.update({ TemplateBody, Capabilities, Parameters: given("!") });
  await expect(empty).resolves.toMatchObject({ StackStatus: "UPDATE_COMPLETE" });
});

it("needs no consent to what a change set shows first", async () => {
  const named = { StackName: "hello", ChangeSetName: "first" };
  const Parameters = given("a,b");
  await server.cloudFormation.send(
    new CreateChangeSetCommand({ ...named, TemplateBody, Parameters, ChangeSetType: "CREATE" }),
  );
  const { Changes = [] } = await server.cloudFormation.send(new DescribeChangeSetCommand(named));
  const ids = Changes.map(({ ResourceChange }) => ResourceChange?.LogicalResourceId);
  expect(ids).toEqual(["Pa", "Pb"]);
  const asked = new GetTemplateCommand({ ...named, TemplateStage: "Processed" });
  const { TemplateBody: processed = "" } = await server.cloudFormation.send(asked);
  expect(Object.keys(JSON.parse(processed).Resources)).toEqual(ids);
  await server.cloudFormation.send(new ExecuteChangeSetCommand(named));
  await expect.poll(() => idsOf("hello")).toEqual(["Pa", "Pb"]);
});

it("refuses what loops would make twice", async () => {
  const made = hello.create({ TemplateBody, Capabilities, Parameters: given("a,a") });
  await expect(made).rejects.toMatchObject({
    name: "ValidationError",
    message: "Transform AWS::LanguageExtensions failed with: Duplicate key 'Pa'",
  });
});
