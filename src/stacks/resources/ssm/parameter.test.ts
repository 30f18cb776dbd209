import {
  GetParameterCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
} from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type IdentityServer,
  identityServer,
} from "../../../../test/fixtures/identity-resources.ts";
import { parameter } from "./parameter.ts";

let server: IdentityServer;

beforeAll(async () => {
  server = await identityServer();
});

afterAll(() => server.close());

const settings = {
  ...{ Type: "String", Name: "/cdk-bootstrap/hnb659fds/version", Value: "33" },
  Tags: { stage: "one", old: "yes" },
};

async function made(properties: object = settings, logicalId = "Version") {
  const context = server.context(logicalId);
  const { physicalId, attributes } = await parameter.create(properties, context);
  const now = async () =>
    (await server.ssm.send(new GetParameterCommand({ Name: physicalId }))).Parameter;
  return { context, physicalId, attributes, now };
}

async function remove(physicalId: string) {
  await parameter.delete({ physicalId, properties: settings }, server.context("Version"));
}

test("a parameter is made with its value and the tags of its stack", async () => {
  const { physicalId, attributes, now } = await made();
  expect(physicalId).toBe(settings.Name);
  expect(await now()).toMatchObject({ Type: "String", Value: "33" });
  expect(attributes).toEqual({
    Arn: "arn:aws:ssm:us-east-1:000000000000:parameter/cdk-bootstrap/hnb659fds/version",
    Type: "String",
    Value: "33",
  });
  const named = { ResourceType: "Parameter", ResourceId: physicalId } as const;
  const { TagList } = await server.ssm.send(new ListTagsForResourceCommand(named));
  expect(TagList).toContainEqual({ Key: "department", Value: "doors" });
  await remove(physicalId);
});

test("an update writes a version, and takes back what is said no more", async () => {
  const previous = { ...settings, Description: "counts", AllowedPattern: "^\\d+$" };
  const { context, physicalId, now } = await made(previous);
  const properties = { ...settings, Value: "none", Tags: { stage: "two" } };
  await parameter.update?.({ physicalId, properties, previous }, context);
  expect(await now()).toMatchObject({ Value: "none", Version: 2 });
  const spoken = { ...properties, Description: "", AllowedPattern: "" };
  expect(await parameter.read?.({ physicalId, properties: spoken }, context)).toEqual(spoken);
  await remove(physicalId);
});

test("a parameter without a name is given one", async () => {
  const { physicalId } = await made({ Type: "StringList", Value: "a,b" }, "List");
  expect(physicalId).toBe("hello-List-AbCdEfGhIjKl");
  await remove(physicalId);
});

test("what was changed by hand shows", async () => {
  const { context, physicalId } = await made();
  const existing = { physicalId, properties: settings };
  expect(await parameter.read?.(existing, context)).toEqual(settings);
  const input = { Name: physicalId, Value: "34", Overwrite: true };
  await server.ssm.send(new PutParameterCommand(input));
  expect(await parameter.read?.(existing, context)).toEqual({ ...settings, Value: "34" });
  await remove(physicalId);
  expect(await parameter.read?.(existing, context)).toBeUndefined();
});

test("a creation that broke off is found, and no parameter of somebody else", async () => {
  const { context, physicalId } = await made();
  expect(await parameter.find?.(settings, context)).toBe(physicalId);
  const another = server.context("Version", "another");
  expect(await parameter.find?.(settings, another)).toBeUndefined();
  await remove(physicalId);
  expect(await parameter.find?.(settings, context)).toBeUndefined();
  await expect(remove(physicalId)).rejects.toMatchObject({ code: "ParameterNotFound" });
});

test("a name that is taken, a secret and what is not honoured are refused", async () => {
  await server.ssm.send(new PutParameterCommand({ Name: "taken", Value: "a", Type: "String" }));
  await expect(made({ ...settings, Name: "taken" })).rejects.toThrow("already exists");
  await expect(made({ ...settings, Type: "SecureString" })).rejects.toThrow("SecureString");
  await expect(made({ ...settings, Policies: "[{}]" })).rejects.toThrow("#/Policies");
});
