import {
  CreateRepositoryCommand,
  DeleteLifecyclePolicyCommand,
  DeleteRepositoryPolicyCommand,
  GetLifecyclePolicyCommand,
  GetRepositoryPolicyCommand,
  PutLifecyclePolicyCommand,
  SetRepositoryPolicyCommand,
} from "@aws-sdk/client-ecr";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ImagesServer, imagesServer } from "../../../test/fixtures/images.ts";

let server: ImagesServer;
const named = { repositoryName: "app" };

beforeAll(async () => {
  server = await imagesServer();
  await server.client.send(new CreateRepositoryCommand(named));
});

afterAll(() => server.close());

/** ECR takes no rules of less than a hundred characters. */
function long(text: string): string {
  return text.padEnd(100);
}

test("a repository has a policy, kept as it was sent", async () => {
  const policyText = '{ "Version": "2012-10-17", "Statement": [] }';
  await server.client.send(new SetRepositoryPolicyCommand({ ...named, policyText }));
  const get = () => server.client.send(new GetRepositoryPolicyCommand(named));
  expect(await get()).toMatchObject({ policyText, registryId: "000000000000" });
  const remove = () => server.client.send(new DeleteRepositoryPolicyCommand(named));
  expect((await remove()).policyText).toBe(policyText);
  await expect(get()).rejects.toMatchObject({ name: "RepositoryPolicyNotFoundException" });
  await expect(remove()).rejects.toMatchObject({ name: "RepositoryPolicyNotFoundException" });
});

test("a repository has rules, kept as they were sent", async () => {
  const lifecyclePolicyText = long('{ "rules": [{ "rulePriority": 1 }] }');
  await server.client.send(new PutLifecyclePolicyCommand({ ...named, lifecyclePolicyText }));
  const get = () => server.client.send(new GetLifecyclePolicyCommand(named));
  expect(await get()).toMatchObject({ lifecyclePolicyText, repositoryName: "app" });
  const remove = () => server.client.send(new DeleteLifecyclePolicyCommand(named));
  expect((await remove()).lifecyclePolicyText).toBe(lifecyclePolicyText);
  await expect(get()).rejects.toMatchObject({ name: "LifecyclePolicyNotFoundException" });
  await expect(remove()).rejects.toMatchObject({ name: "LifecyclePolicyNotFoundException" });
});

test.each(["no JSON", "[]", "null", '{"other":[]}'])("%s is no policy", async (text) => {
  const refusal = { name: "InvalidParameterException" };
  const set = new SetRepositoryPolicyCommand({ ...named, policyText: text });
  await expect(server.client.send(set)).rejects.toMatchObject(refusal);
  const put = new PutLifecyclePolicyCommand({ ...named, lifecyclePolicyText: long(text) });
  await expect(server.client.send(put)).rejects.toMatchObject(refusal);
});

test("a repository that is not there has none", async () => {
  const absent = { repositoryName: "absent" };
  const refusal = { name: "RepositoryNotFoundException" };
  const get = server.client.send(new GetRepositoryPolicyCommand(absent));
  await expect(get).rejects.toMatchObject(refusal);
  const set = new SetRepositoryPolicyCommand({ ...absent, policyText: '{"Statement":[]}' });
  await expect(server.client.send(set)).rejects.toMatchObject(refusal);
});
