import {
  DescribeRepositoriesCommand,
  GetLifecyclePolicyCommand,
  GetRepositoryPolicyCommand,
  ListTagsForResourceCommand,
  PutImageTagMutabilityCommand,
} from "@aws-sdk/client-ecr";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ImagesServer, imagesServer } from "../../../../test/fixtures/images.ts";
import { resourceContext } from "../../../../test/fixtures/resource-context.ts";
import { repository } from "./repository.ts";

let server: ImagesServer;

beforeAll(async () => {
  server = await imagesServer();
});

afterAll(() => server.close());

const rules = [{ rulePriority: 1, description: "expire images that have no tag any more" }];

/** As `cdk bootstrap` has it. */
const settings = {
  ImageTagMutability: "IMMUTABLE",
  LifecyclePolicy: { LifecyclePolicyText: JSON.stringify({ rules }).padEnd(100) },
  RepositoryPolicyText: {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" } }],
  },
  Tags: [{ Key: "stage", Value: "one" }],
};

function contextFor(logicalId: string, creation?: string) {
  return resourceContext([server.definition], { logicalId, creation });
}

async function made(logicalId: string, properties: object = settings) {
  const context = contextFor(logicalId);
  const { physicalId, attributes } = await repository.create(properties, context);
  return { context, physicalId, attributes, now: () => lookAt(physicalId) };
}

async function lookAt(repositoryName: string) {
  const command = new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] });
  return (await server.client.send(command)).repositories?.[0];
}

test("a repository is made with its policies and the tags of its stack", async () => {
  const { physicalId: repositoryName, attributes, now } = await made("Images");
  expect(repositoryName).toBe("hello-images-abcdefghijkl");
  const found = await now();
  expect(found?.imageTagMutability).toBe("IMMUTABLE");
  expect(attributes).toEqual({ Arn: found?.repositoryArn, RepositoryUri: found?.repositoryUri });
  const policy = await server.client.send(new GetRepositoryPolicyCommand({ repositoryName }));
  expect(JSON.parse(policy.policyText ?? "")).toEqual(settings.RepositoryPolicyText);
  const resourceArn = found?.repositoryArn;
  const { tags } = await server.client.send(new ListTagsForResourceCommand({ resourceArn }));
  expect(tags).toContainEqual({ Key: "department", Value: "doors" });
});

test("an update takes back what the template says no more", async () => {
  const { context, physicalId: repositoryName, now } = await made("Changed");
  const properties = {
    ImageScanningConfiguration: { ScanOnPush: true },
    Tags: [{ Key: "cost", Value: "low" }],
  };
  const change = { physicalId: repositoryName, properties, previous: settings };
  await repository.update?.(change, context);
  expect(await now()).toMatchObject({
    imageTagMutability: "MUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
  });
  const rules = server.client.send(new GetLifecyclePolicyCommand({ repositoryName }));
  await expect(rules).rejects.toMatchObject({ name: "LifecyclePolicyNotFoundException" });
  const policy = server.client.send(new GetRepositoryPolicyCommand({ repositoryName }));
  await expect(policy).rejects.toMatchObject({ name: "RepositoryPolicyNotFoundException" });
  const existing = { physicalId: repositoryName, properties };
  expect(await repository.read?.(existing, context)).toEqual(properties);
});

test("what was changed by hand shows", async () => {
  const { context, physicalId: repositoryName } = await made("Drifting");
  const existing = { physicalId: repositoryName, properties: settings };
  expect(await repository.read?.(existing, context)).toEqual(settings);
  const change = { repositoryName, imageTagMutability: "MUTABLE" } as const;
  await server.client.send(new PutImageTagMutabilityCommand(change));
  expect(await repository.read?.(existing, context)).toEqual({
    ...settings,
    ImageTagMutability: "MUTABLE",
  });
});

test("a creation that broke off is found, and no repository of the same name", async () => {
  const named = { ...settings, RepositoryName: "team/app" };
  const { context } = await made("Broken", named);
  expect(await repository.find?.(named, context)).toBe("team/app");
  expect(await repository.find?.(named, contextFor("Broken", "another"))).toBeUndefined();
  expect(await repository.find?.(settings, contextFor("Never"))).toBeUndefined();
});

test("it is gone when it is deleted", async () => {
  const { context, physicalId, now } = await made("Leaving");
  const existing = { physicalId, properties: settings };
  await repository.delete(existing, context);
  await expect(now()).rejects.toMatchObject({ name: "RepositoryNotFoundException" });
  expect(await repository.read?.(existing, context)).toBeUndefined();
});

test("a repository that cannot have its policy is not left behind", async () => {
  const properties = { ...settings, RepositoryPolicyText: { Version: "2012-10-17" } };
  await expect(made("Refused", properties)).rejects.toThrow("Invalid repository policy");
  await expect(lookAt("hello-refused-abcdefghijkl")).rejects.toThrow("does not exist");
});

test("keys of one's own are refused", async () => {
  const key = { EncryptionType: "KMS", KmsKey: "alias/mine" };
  const properties = { ...settings, EncryptionConfiguration: key };
  await expect(made("Keys", properties)).rejects.toThrow("#/EncryptionConfiguration/KmsKey");
  const plain = { ...settings, EncryptionConfiguration: { EncryptionType: "KMS" } };
  await expect(made("Keys", plain)).rejects.toThrow("encryptionType KMS");
});
