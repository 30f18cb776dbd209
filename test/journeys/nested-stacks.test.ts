import {
  type CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { everythingOn } from "../fixtures/everything.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { putAssets } from "../fixtures/stack-assets.ts";
import { endOf, stacksClient } from "../fixtures/stack-end.ts";
import { assets, nestedUrl, type Resources, role } from "../fixtures/stack-parts.ts";

const StackName = "outer";

let server: Awaited<ReturnType<typeof temporaryServer>>;
let everything: ReturnType<typeof everythingOn>;
let cloudFormation: CloudFormationClient;
let s3: S3Client;
let empty: unknown;

beforeAll(async () => {
  server = await temporaryServer();
  cloudFormation = stacksClient(server.url);
  everything = everythingOn(server.url);
  await putAssets(server.url);
  s3 = new S3Client({
    ...{ endpoint: server.url, region: "us-east-1", forcePathStyle: true },
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
});

beforeEach(async () => {
  empty = await everything.list();
});

afterEach(async () => {
  await cloudFormation.send(new DeleteStackCommand({ StackName }));
  expect(await endOf(cloudFormation, StackName)).toBe("DELETE_COMPLETE");
  expect(await stacks()).toEqual([]);
  expect(await everything.list()).toEqual(empty);
});

afterAll(async () => {
  everything.close();
  cloudFormation.destroy();
  s3.destroy();
  await server.close();
});

function template(Word: string, more: Resources = {}, name: string = assets.nested): string {
  const nested = { TemplateURL: nestedUrl(name), Parameters: { Word } };
  return JSON.stringify({
    Resources: { Inner: { Type: "AWS::CloudFormation::Stack", Properties: nested }, ...more },
    Outputs: { Heard: { Value: { "Fn::GetAtt": "Inner.Outputs.Said" } } },
  });
}

/** A template that does not need what it is told, and answers it. */
async function store(Key: string, resources: object): Promise<void> {
  const Body = JSON.stringify({
    Parameters: { Word: { Type: "String" } },
    Resources: resources,
    Outputs: { Said: { Value: { Ref: "Word" } } },
  });
  await s3.send(new PutObjectCommand({ Bucket: assets.bucket, Key, Body }));
}

async function create(TemplateBody: string) {
  await cloudFormation.send(new CreateStackCommand({ StackName, TemplateBody }));
  return endOf(cloudFormation, StackName);
}

async function update(TemplateBody: string) {
  await cloudFormation.send(new UpdateStackCommand({ StackName, TemplateBody }));
  return endOf(cloudFormation, StackName);
}

async function stacks() {
  return (await cloudFormation.send(new DescribeStacksCommand({}))).Stacks ?? [];
}

async function heard() {
  const outer = (await stacks()).find((each) => each.StackName === StackName);
  return outer?.Outputs?.[0]?.OutputValue;
}

async function whyItFailed() {
  const command = new DescribeStackEventsCommand({ StackName });
  const { StackEvents = [] } = await cloudFormation.send(command);
  const failed = StackEvents.find(({ ResourceStatus }) => ResourceStatus === "CREATE_FAILED");
  return failed?.ResourceStatusReason;
}

it("a stack inside another is told values, answers with outputs, and changes with it", async () => {
  expect(await create(template("hello"))).toBe("CREATE_COMPLETE");
  expect(await heard()).toBe("hello");
  const [inner] = (await stacks()).filter(({ ParentId }) => ParentId);
  expect(inner?.StackName).toMatch(/^outer-Inner-[A-Za-z0-9]{12}$/);
  expect(inner?.RootId).toMatch(/:stack\/outer\//);
  expect(await update(template("world"))).toBe("UPDATE_COMPLETE");
  expect(await heard()).toBe("world");
});

it("what fails inside fails outside, and says why", async () => {
  const Properties = { Type: "String", Value: "this", AllowedPattern: "^that$" };
  await store("failing.json", { Bad: { Type: "AWS::SSM::Parameter", Properties } });
  expect(await create(template("hello", {}, "failing.json"))).toBe("ROLLBACK_COMPLETE");
  expect(await whyItFailed()).toMatch(
    /^Embedded stack arn:\S+ was not successfully created: .* failed to create: \[Bad\]\.$/,
  );
});

it("what fails outside takes back what has changed inside", async () => {
  expect(await create(template("hello"))).toBe("CREATE_COMPLETE");
  const before = await everything.list();
  const Properties = { Type: "String", Value: "this", AllowedPattern: "^that$" };
  const Bad = { Type: "AWS::SSM::Parameter", Properties, DependsOn: "Inner" };
  expect(await update(template("world", { Bad }))).toBe("UPDATE_ROLLBACK_COMPLETE");
  expect(await heard()).toBe("hello");
  expect(await everything.list()).toEqual(before);
});

it("a stack inside makes no roles unless that was consented to", async () => {
  await store("role.json", { Role: role });
  expect(await create(template("hello", {}, "role.json"))).toBe("ROLLBACK_COMPLETE");
  expect(await whyItFailed()).toMatch(/Requires capabilities : \[CAPABILITY_IAM\]/);
});

it("a template that has itself inside comes to an end", async () => {
  const Properties = { TemplateURL: nestedUrl("itself.json"), Parameters: { Word: "again" } };
  await store("itself.json", { Again: { Type: "AWS::CloudFormation::Stack", Properties } });
  expect(await create(template("hello", {}, "itself.json"))).toBe("ROLLBACK_COMPLETE");
});
