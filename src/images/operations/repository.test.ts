import {
  CreateRepositoryCommand,
  type CreateRepositoryCommandInput,
  DeleteRepositoryCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  GetAuthorizationTokenCommand,
  ListImagesCommand,
  ListTagsForResourceCommand,
  PutImageScanningConfigurationCommand,
  PutImageTagMutabilityCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-ecr";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ImagesServer, imagesServer } from "../../../test/fixtures/images.ts";

let server: ImagesServer;

beforeAll(async () => {
  server = await imagesServer();
});

afterAll(() => server.close());

async function create(repositoryName: string, more: Partial<CreateRepositoryCommandInput> = {}) {
  const command = new CreateRepositoryCommand({ repositoryName, ...more });
  return (await server.client.send(command)).repository;
}

async function describeNamed(repositoryName: string) {
  const command = new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] });
  return (await server.client.send(command)).repositories?.[0];
}

test("a repository is made with ECR's defaults and told of again", async () => {
  const made = await create("team/app");
  expect(made).toEqual({
    repositoryArn: "arn:aws:ecr:us-east-1:000000000000:repository/team/app",
    registryId: "000000000000",
    repositoryName: "team/app",
    repositoryUri: "000000000000.dkr.ecr.us-east-1.amazonaws.com/team/app",
    createdAt: expect.any(Date),
    imageTagMutability: "MUTABLE",
    imageScanningConfiguration: { scanOnPush: false },
    encryptionConfiguration: { encryptionType: "AES256" },
  });
  expect(await describeNamed("team/app")).toEqual(made);
});

test("its settings are changed", async () => {
  const named = { repositoryName: "settings" };
  await create("settings", { imageTagMutability: "IMMUTABLE" });
  const filter = { filterType: "WILDCARD", filter: "latest*" } as const;
  await server.client.send(
    new PutImageTagMutabilityCommand({
      ...{ ...named, imageTagMutability: "IMMUTABLE_WITH_EXCLUSION" },
      imageTagMutabilityExclusionFilters: [filter],
    }),
  );
  const imageScanningConfiguration = { scanOnPush: true };
  const scan = { ...named, imageScanningConfiguration };
  await server.client.send(new PutImageScanningConfigurationCommand(scan));
  expect(await describeNamed("settings")).toMatchObject({
    imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
    imageTagMutabilityExclusionFilters: [filter],
    imageScanningConfiguration,
  });
});

test("all repositories are listed, page by page", async () => {
  for (const name of ["list/a", "list/b", "list/c"]) await create(name);
  const names: (string | undefined)[] = [];
  let nextToken: string | undefined;
  do {
    const input = { maxResults: 2, ...(nextToken && { nextToken }) };
    const page = await server.client.send(new DescribeRepositoriesCommand(input));
    names.push(...(page.repositories ?? []).map((repository) => repository.repositoryName));
    nextToken = page.nextToken;
  } while (nextToken);
  expect(names).toEqual([...names].sort());
  expect(names).toEqual(expect.arrayContaining(["list/a", "list/b", "list/c"]));
  const forged = new DescribeRepositoriesCommand({ nextToken: "forged" });
  await expect(server.client.send(forged)).rejects.toThrow("nextToken");
  const foreign = new DescribeRepositoriesCommand({ registryId: "111111111111" });
  expect((await server.client.send(foreign)).repositories).toEqual([]);
});

test("it has tags", async () => {
  const tags = [{ Key: "team", Value: "blue" }];
  const { repositoryArn: resourceArn } = (await create("tagged", { tags })) ?? {};
  const more = [{ Key: "cost", Value: "low" }];
  await server.client.send(new TagResourceCommand({ resourceArn, tags: more }));
  const gone = { resourceArn, tagKeys: ["team"] };
  await server.client.send(new UntagResourceCommand(gone));
  const list = (arn: string | undefined) =>
    server.client.send(new ListTagsForResourceCommand({ resourceArn: arn }));
  expect((await list(resourceArn)).tags).toEqual(more);
  await expect(list("arn:aws:s3:::bucket")).rejects.toMatchObject({
    name: "InvalidParameterException",
  });
  const absent = "arn:aws:ecr:us-east-1:000000000000:repository/absent";
  await expect(list(absent)).rejects.toMatchObject({ name: "RepositoryNotFoundException" });
  const many = Array.from({ length: 51 }, (_, at) => ({ Key: `key-${at}`, Value: "" }));
  const tooMany = new TagResourceCommand({ resourceArn, tags: many });
  await expect(server.client.send(tooMany)).rejects.toMatchObject({ name: "TooManyTagsException" });
});

test("it has no images, and nobody can push any", async () => {
  const repositoryName = "empty";
  await create(repositoryName);
  const { imageDetails } = await server.client.send(new DescribeImagesCommand({ repositoryName }));
  expect(imageDetails).toEqual([]);
  const { imageIds } = await server.client.send(new ListImagesCommand({ repositoryName }));
  expect(imageIds).toEqual([]);
  const one = { repositoryName, imageIds: [{ imageTag: "abc" }] };
  await expect(server.client.send(new DescribeImagesCommand(one))).rejects.toMatchObject({
    name: "ImageNotFoundException",
    message: expect.stringContaining("imageTag:'abc'"),
  });
  const token = server.client.send(new GetAuthorizationTokenCommand({}));
  await expect(token).rejects.toMatchObject({
    name: "NotImplemented",
    message: expect.stringContaining("no container registry"),
  });
});

test("a name is taken until its repository is deleted", async () => {
  const repositoryName = "once";
  await create(repositoryName);
  await expect(create(repositoryName)).rejects.toMatchObject({
    name: "RepositoryAlreadyExistsException",
  });
  const remove = () => server.client.send(new DeleteRepositoryCommand({ repositoryName }));
  expect((await remove()).repository).toMatchObject({ repositoryName });
  const missing = {
    name: "RepositoryNotFoundException",
    message:
      "The repository with name 'once' does not exist in the registry with id '000000000000'",
  };
  await expect(remove()).rejects.toMatchObject(missing);
  await expect(describeNamed(repositoryName)).rejects.toMatchObject(missing);
});

test("another account's registry and keys are refused", async () => {
  await expect(create("foreign", { registryId: "111111111111" })).rejects.toThrow("registryId");
  const keys = { encryptionConfiguration: { encryptionType: "KMS" } } as const;
  await expect(create("keys", keys)).rejects.toThrow("encryptionType KMS");
  const elsewhere = { repositoryName: "team/app", registryId: "111111111111" };
  const images = server.client.send(new ListImagesCommand(elsewhere));
  await expect(images).rejects.toMatchObject({ name: "RepositoryNotFoundException" });
});
