import {
  type CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  GetTemplateCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { resourceTypes } from "../../src/stacks/resources/index.ts";
import { everythingOn } from "../fixtures/everything.ts";
import { present } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { putAssets } from "../fixtures/stack-assets.ts";
import { type TypeCase, typeCases } from "../fixtures/stack-cases.ts";
import { endOf, stacksClient } from "../fixtures/stack-end.ts";
import type { Resources } from "../fixtures/stack-parts.ts";

/** Made of more than the table of types has. */
const otherTypes = ["AWS::CloudFormation::CustomResource", "AWS::CloudFormation::Stack"];

it("every resource type is tried", () => {
  const types = [...resourceTypes.map(({ type }) => type), ...otherTypes];
  expect(Object.keys(typeCases).sort()).toEqual(types.sort());
});

describe.each(Object.entries(typeCases))("a stack with %s", (type, tried) => {
  const StackName = type.replaceAll("::", "-").replace("AWS", "try");

  afterEach(() => remove(StackName));

  it("that fails beside it rolls back to nothing", async () => {
    const failing = { ...resourcesOf(type, tried, "good"), Last: failure };
    expect(await create(StackName, failing)).toBe("ROLLBACK_COMPLETE");
    expect(await failedIn(StackName)).toEqual(["Last"]);
    await expectNothing();
  });

  it.runIf(tried.refused)("that refuses it rolls back to nothing", async () => {
    expect(await create(StackName, resourcesOf(type, tried, "refused"))).toBe("ROLLBACK_COMPLETE");
    expect(await failedIn(StackName)).toEqual(["Tried"]);
    await expectNothing();
  });

  it("that cannot be changed is what it was", async () => {
    const before = resourcesOf(type, tried, "good");
    expect(await create(StackName, before)).toBe("CREATE_COMPLETE");
    const stood = await standing(StackName);
    const changes: Resources[] = [{ ...resourcesOf(type, tried, "changed"), Last: failure }];
    if (tried.refused) changes.push(resourcesOf(type, tried, "refused"));
    for (const changed of changes) {
      expect(await update(StackName, changed)).toBe("UPDATE_ROLLBACK_COMPLETE");
      expect(await standing(StackName)).toEqual(stood);
    }
    expect(await remove(StackName)).toBe("DELETE_COMPLETE");
    await expectNothing();
  });
});

/** A parameter whose value its own pattern refuses. */
const failure = {
  ...{ Type: "AWS::SSM::Parameter", DependsOn: "Tried" },
  Properties: { Type: "String", Value: "this", AllowedPattern: "^that$" },
};

let server: Awaited<ReturnType<typeof temporaryServer>>;
let everything: ReturnType<typeof everythingOn>;
let cloudFormation: CloudFormationClient;
let empty: unknown;

beforeAll(async () => {
  server = await temporaryServer();
  cloudFormation = stacksClient(server.url);
  await putAssets(server.url);
  everything = everythingOn(server.url);
  empty = await everything.list();
});

afterAll(async () => {
  everything.close();
  cloudFormation.destroy();
  await server.close();
});

function resourcesOf(Type: string, tried: TypeCase, which: "good" | "changed" | "refused") {
  const { beside = {}, besideChanged = beside } = tried;
  const resources = which === "changed" ? besideChanged : beside;
  const DependsOn = Object.keys(resources);
  return { ...resources, Tried: { Type, Properties: tried[which] ?? {}, DependsOn } };
}

const asked = (StackName: string, Resources: Resources) => ({
  ...{ StackName, TemplateBody: JSON.stringify({ Resources }) },
  Capabilities: ["CAPABILITY_NAMED_IAM" as const],
});

async function create(StackName: string, resources: Resources) {
  await cloudFormation.send(new CreateStackCommand(asked(StackName, resources)));
  return endOf(cloudFormation, StackName);
}

async function update(StackName: string, resources: Resources) {
  await cloudFormation.send(new UpdateStackCommand(asked(StackName, resources)));
  return endOf(cloudFormation, StackName);
}

async function failedIn(StackName: string) {
  const command = new DescribeStackEventsCommand({ StackName });
  const { StackEvents = [] } = await cloudFormation.send(command);
  return StackEvents.flatMap(({ ResourceStatus, LogicalResourceId }) =>
    ResourceStatus === "CREATE_FAILED" ? present(LogicalResourceId) : [],
  );
}

/** A stack, and all that is there, as it can be seen from outside. */
async function standing(StackName: string) {
  const { StackResources = [] } = await cloudFormation.send(
    new DescribeStackResourcesCommand({ StackName }),
  );
  const ids = StackResources.map(({ LogicalResourceId, PhysicalResourceId }) => [
    LogicalResourceId,
    PhysicalResourceId,
  ]);
  const { TemplateBody } = await cloudFormation.send(new GetTemplateCommand({ StackName }));
  return { ids, TemplateBody, all: await everything.list() };
}

async function remove(StackName: string) {
  await cloudFormation.send(new DeleteStackCommand({ StackName }));
  return endOf(cloudFormation, StackName);
}

async function expectNothing() {
  expect(await everything.list()).toEqual(empty);
}
