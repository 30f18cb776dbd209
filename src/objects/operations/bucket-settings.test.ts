import {
  CreateBucketCommand,
  DeleteBucketCorsCommand,
  DeleteBucketEncryptionCommand,
  DeleteBucketLifecycleCommand,
  DeleteBucketOwnershipControlsCommand,
  DeleteBucketPolicyCommand,
  DeleteBucketTaggingCommand,
  DeletePublicAccessBlockCommand,
  GetBucketAclCommand,
  GetBucketCorsCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetPublicAccessBlockCommand,
  PutBucketCorsCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutPublicAccessBlockCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ObjectsServer, objectsServer } from "../../../test/fixtures/objects.ts";

let server: ObjectsServer;
const Bucket = "settings";

beforeAll(async () => {
  server = await objectsServer();
  await server.s3.send(new CreateBucketCommand({ Bucket }));
});

afterAll(() => server.close());

const encryption = {
  Rules: [
    {
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" as const },
      BucketKeyEnabled: true,
    },
  ],
};
const lifecycle = [
  { ID: "old", Filter: { Prefix: "a/" }, Status: "Enabled" as const, Expiration: { Days: 30 } },
  {
    ID: "dated",
    Filter: { Prefix: "" },
    Status: "Disabled" as const,
    Expiration: { Date: new Date("2030-01-01T00:00:00Z") },
  },
];
const cors = [{ AllowedMethods: ["GET", "PUT"], AllowedOrigins: ["*"], MaxAgeSeconds: 3000 }];
const ownership = { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" as const }] };
const block = { BlockPublicAcls: true, IgnorePublicAcls: true, RestrictPublicBuckets: false };
const policy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      ...{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" },
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ],
});
const tags = [{ Key: "team", Value: "a & b" }];

describe.each([
  {
    what: "the encryption",
    put: () =>
      server.s3.send(
        new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: encryption }),
      ),
    get: () => server.s3.send(new GetBucketEncryptionCommand({ Bucket })),
    remove: () => server.s3.send(new DeleteBucketEncryptionCommand({ Bucket })),
    answer: { ServerSideEncryptionConfiguration: encryption },
    code: "ServerSideEncryptionConfigurationNotFoundError",
  },
  {
    what: "the lifecycle rules",
    put: () =>
      server.s3.send(
        new PutBucketLifecycleConfigurationCommand({
          Bucket,
          LifecycleConfiguration: { Rules: lifecycle },
        }),
      ),
    get: () => server.s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket })),
    remove: () => server.s3.send(new DeleteBucketLifecycleCommand({ Bucket })),
    answer: { Rules: lifecycle },
    code: "NoSuchLifecycleConfiguration",
  },
  {
    what: "the CORS rules",
    put: () =>
      server.s3.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: cors } })),
    get: () => server.s3.send(new GetBucketCorsCommand({ Bucket })),
    remove: () => server.s3.send(new DeleteBucketCorsCommand({ Bucket })),
    answer: { CORSRules: cors },
    code: "NoSuchCORSConfiguration",
  },
  {
    what: "the ownership controls",
    put: () =>
      server.s3.send(
        new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls: ownership }),
      ),
    get: () => server.s3.send(new GetBucketOwnershipControlsCommand({ Bucket })),
    remove: () => server.s3.send(new DeleteBucketOwnershipControlsCommand({ Bucket })),
    answer: { OwnershipControls: ownership },
    code: "OwnershipControlsNotFoundError",
  },
  {
    what: "the public access block",
    put: () =>
      server.s3.send(
        new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: block }),
      ),
    get: () => server.s3.send(new GetPublicAccessBlockCommand({ Bucket })),
    remove: () => server.s3.send(new DeletePublicAccessBlockCommand({ Bucket })),
    answer: { PublicAccessBlockConfiguration: block },
    code: "NoSuchPublicAccessBlockConfiguration",
  },
  {
    what: "the policy",
    put: () => server.s3.send(new PutBucketPolicyCommand({ Bucket, Policy: policy })),
    get: () => server.s3.send(new GetBucketPolicyCommand({ Bucket })),
    remove: () => server.s3.send(new DeleteBucketPolicyCommand({ Bucket })),
    answer: { Policy: policy },
    code: "NoSuchBucketPolicy",
  },
  {
    what: "the tags",
    put: () => server.s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: tags } })),
    get: () => server.s3.send(new GetBucketTaggingCommand({ Bucket })),
    remove: () => server.s3.send(new DeleteBucketTaggingCommand({ Bucket })),
    answer: { TagSet: tags },
    code: "NoSuchTagSet",
  },
])("$what of a bucket", ({ put, get, remove, answer, code }) => {
  test("is given back as it was put, and is gone once it was deleted", async () => {
    await expect(get()).rejects.toMatchObject({ name: code, $metadata: { httpStatusCode: 404 } });
    await put();
    expect(await get()).toMatchObject(answer);
    await remove();
    await expect(get()).rejects.toMatchObject({ name: code });
  });
});

test("objects are encrypted as the bucket says, or as they are asked to be", async () => {
  await server.s3.send(new CreateBucketCommand({ Bucket: "encrypted" }));
  const put = (more = {}) =>
    server.s3.send(new PutObjectCommand({ Bucket: "encrypted", Key: "key", Body: "x", ...more }));
  expect(await put()).toMatchObject({ ServerSideEncryption: "AES256" });
  await server.s3.send(
    new PutBucketEncryptionCommand({
      Bucket: "encrypted",
      ServerSideEncryptionConfiguration: encryption,
    }),
  );
  expect(await put()).toMatchObject({ ServerSideEncryption: "aws:kms", BucketKeyEnabled: true });
  expect(await put({ ServerSideEncryption: "AES256" })).toMatchObject({
    ServerSideEncryption: "AES256",
  });
});

test("a policy that refuses plain HTTP locks nobody out", async () => {
  await server.s3.send(new CreateBucketCommand({ Bucket: "open" }));
  await server.s3.send(new PutBucketPolicyCommand({ Bucket: "open", Policy: policy }));
  await server.s3.send(new PutObjectCommand({ Bucket: "open", Key: "key", Body: "x" }));
});

test.each([
  ["a policy that is no JSON", { Policy: "{" }, "MalformedPolicy"],
  ["a policy without a statement", { Policy: "{}" }, "MalformedPolicy"],
  [
    "a policy that is too long",
    { Policy: `{"Statement":"${"x".repeat(20_480)}"}` },
    "MalformedPolicy",
  ],
])("%s is refused", async (_, input, name) => {
  const put = new PutBucketPolicyCommand({ Bucket, ...input });
  await expect(server.s3.send(put)).rejects.toMatchObject({ name });
});

test.each([
  ["two tags of one key", [tags[0], tags[0]]],
  ["a tag of AWS's own", [{ Key: "aws:x", Value: "" }]],
  ["too many tags", Array.from({ length: 51 }, (_, index) => ({ Key: `${index}`, Value: "" }))],
])("%s are refused", async (_, TagSet) => {
  const put = new PutBucketTaggingCommand({
    Bucket,
    Tagging: { TagSet: TagSet.flatMap((tag) => tag ?? []) },
  });
  await expect(server.s3.send(put)).rejects.toMatchObject({ name: "InvalidTag" });
});

test("what is not there is refused by name", async () => {
  const acl = server.s3.send(new GetBucketAclCommand({ Bucket }));
  await expect(acl).rejects.toMatchObject({
    name: "NotImplemented",
    message: expect.stringContaining("s3 GetBucketAcl"),
    $metadata: { httpStatusCode: 501 },
  });
});

test("versioning that only a second factor may end is refused", async () => {
  const put = new PutBucketVersioningCommand({
    Bucket,
    VersioningConfiguration: { Status: "Enabled", MFADelete: "Enabled" },
  });
  await expect(server.s3.send(put)).rejects.toMatchObject({ name: "NotImplemented" });
});
