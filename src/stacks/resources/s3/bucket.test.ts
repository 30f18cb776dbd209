import {
  CreateBucketCommand,
  GetBucketCorsCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ObjectsServer, objectsServer } from "../../../../test/fixtures/objects.ts";
import { resourceContext } from "../../../../test/fixtures/resource-context.ts";
import { bucket } from "./bucket.ts";

let server: ObjectsServer;

beforeAll(async () => {
  server = await objectsServer();
});

afterAll(() => server.close());

/** As `cdk bootstrap` has it, and what it has not. */
const settings = {
  AccessControl: "Private",
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [
      { ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" } },
    ],
  },
  PublicAccessBlockConfiguration: {
    ...{ BlockPublicAcls: true, BlockPublicPolicy: true },
    ...{ IgnorePublicAcls: true, RestrictPublicBuckets: true },
  },
  VersioningConfiguration: { Status: "Enabled" },
  LifecycleConfiguration: {
    Rules: [
      {
        ...{ Id: "CleanupOldVersions", Status: "Enabled" },
        NoncurrentVersionExpiration: { NoncurrentDays: 30 },
      },
      {
        ...{ Id: "Abort", Status: "Enabled", Prefix: "a/" },
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
      },
    ],
  },
  CorsConfiguration: { CorsRules: [{ AllowedMethods: ["GET"], AllowedOrigins: ["*"], MaxAge: 5 }] },
  OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
  Tags: [{ Key: "stage", Value: "one" }],
};

function contextFor(logicalId: string, creation?: string) {
  return resourceContext([server.objects.definition], { logicalId, creation });
}

async function made(logicalId: string, properties: object = settings) {
  const context = contextFor(logicalId);
  const { physicalId, attributes } = await bucket.create(properties, context);
  return { context, physicalId, attributes, named: { Bucket: physicalId } };
}

test("a bucket is made with all of its configurations and the tags of its stack", async () => {
  const { physicalId, attributes, named } = await made("Staging");
  expect(physicalId).toBe("hello-staging-abcdefghijkl");
  const { s3 } = server;
  expect(await s3.send(new GetBucketVersioningCommand(named))).toMatchObject({ Status: "Enabled" });
  const encryption = await s3.send(new GetBucketEncryptionCommand(named));
  expect(encryption.ServerSideEncryptionConfiguration?.Rules).toMatchObject([
    { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" } },
  ]);
  const { Rules } = await s3.send(new GetBucketLifecycleConfigurationCommand(named));
  expect(Rules).toMatchObject([
    { ID: "CleanupOldVersions", Filter: { Prefix: "" } },
    { ID: "Abort", Filter: { Prefix: "a/" } },
  ]);
  const { CORSRules } = await s3.send(new GetBucketCorsCommand(named));
  expect(CORSRules).toEqual([{ AllowedMethods: ["GET"], AllowedOrigins: ["*"], MaxAgeSeconds: 5 }]);
  const controls = await s3.send(new GetBucketOwnershipControlsCommand(named));
  expect(controls.OwnershipControls).toEqual(settings.OwnershipControls);
  const block = await s3.send(new GetPublicAccessBlockCommand(named));
  expect(block.PublicAccessBlockConfiguration).toEqual(settings.PublicAccessBlockConfiguration);
  const { TagSet } = await s3.send(new GetBucketTaggingCommand(named));
  expect(TagSet).toContainEqual({ Key: "department", Value: "doors" });
  expect(attributes).toEqual({
    Arn: `arn:aws:s3:::${physicalId}`,
    DomainName: `${physicalId}.s3.amazonaws.com`,
    DualStackDomainName: `${physicalId}.s3.dualstack.us-east-1.amazonaws.com`,
    RegionalDomainName: `${physicalId}.s3.us-east-1.amazonaws.com`,
  });
});

test("an update takes back what the template says no more", async () => {
  const { context, physicalId, named } = await made("Changed");
  const properties = { Tags: [{ Key: "stage", Value: "two" }] };
  await bucket.update?.({ physicalId, properties, previous: settings }, context);
  const { s3 } = server;
  const { Status } = await s3.send(new GetBucketVersioningCommand(named));
  expect(Status).toBe("Suspended");
  const gone = [
    s3.send(new GetBucketEncryptionCommand(named)),
    s3.send(new GetBucketLifecycleConfigurationCommand(named)),
    s3.send(new GetBucketCorsCommand(named)),
    s3.send(new GetBucketOwnershipControlsCommand(named)),
    s3.send(new GetPublicAccessBlockCommand(named)),
  ];
  const results = await Promise.allSettled(gone);
  expect(results.map(({ status }) => status)).toEqual(gone.map(() => "rejected"));
  expect(await bucket.read?.({ physicalId, properties }, context)).toEqual(properties);
});

test("what was changed by hand is no longer as the template says", async () => {
  const { context, physicalId, named } = await made("Drifting");
  const existing = { physicalId, properties: settings };
  expect(await bucket.read?.(existing, context)).toEqual(settings);
  const VersioningConfiguration = { Status: "Suspended" } as const;
  await server.s3.send(new PutBucketVersioningCommand({ ...named, VersioningConfiguration }));
  const { VersioningConfiguration: _, ...rest } = settings;
  expect(await bucket.read?.(existing, context)).toEqual(rest);
});

test("a bucket that was retained is taken up again by the same resource alone", async () => {
  const named = { ...settings, BucketName: "retained" };
  await made("Retained", named);
  await server.s3.send(new PutObjectCommand({ Bucket: "retained", Key: "kept", Body: "kept" }));
  await expect(bucket.create(named, contextFor("Other"))).rejects.toThrow("already exists");
  const next = contextFor("Retained", "NextLifeOfIt");
  const open = { ...named, AccessControl: "PublicRead" };
  await expect(bucket.create(open, next)).rejects.toThrow("PublicRead");
  expect((await bucket.create(named, next)).physicalId).toBe("retained");
  expect(await bucket.find?.(named, next)).toBe("retained");
  expect(await bucket.find?.(named, contextFor("Retained"))).toBeUndefined();
  const existing = { physicalId: "retained", properties: named };
  await expect(bucket.delete(existing, next)).rejects.toMatchObject({ code: "BucketNotEmpty" });
});

test("a bucket of another account, or made by hand, is not taken", async () => {
  const foreign = server.clientWith({
    credentials: { accessKeyId: "111111111111", secretAccessKey: "test" },
  });
  await foreign.send(new CreateBucketCommand({ Bucket: "foreign" }));
  await expect(made("Foreign", { BucketName: "foreign" })).rejects.toMatchObject({
    code: "BucketAlreadyExists",
  });
  await server.s3.send(new CreateBucketCommand({ Bucket: "by-hand" }));
  await expect(made("ByHand", { BucketName: "by-hand" })).rejects.toMatchObject({
    code: "BucketAlreadyExists",
  });
});

test("an empty bucket is deleted", async () => {
  const { context, physicalId, named } = await made("Leaving");
  const existing = { physicalId, properties: settings };
  await bucket.delete(existing, context);
  await expect(server.s3.send(new HeadBucketCommand(named))).rejects.toThrow();
  expect(await bucket.read?.(existing, context)).toBeUndefined();
});

test("a bucket that cannot be configured is not left behind", async () => {
  const VersioningConfiguration = { Status: "Sometimes" };
  await expect(made("Refused", { VersioningConfiguration })).rejects.toThrow("Sometimes");
  const Bucket = "hello-refused-abcdefghijkl";
  await expect(server.s3.send(new HeadBucketCommand({ Bucket }))).rejects.toThrow();
});

test("what the server does not honour is refused by its name", async () => {
  const website = { ...settings, WebsiteConfiguration: { IndexDocument: "index.html" } };
  await expect(made("Website", website)).rejects.toThrow("#/WebsiteConfiguration");
  const open = made("Public", { ...settings, AccessControl: "PublicRead" });
  await expect(open).rejects.toThrow("The AccessControl PublicRead of buckets is not supported");
});
