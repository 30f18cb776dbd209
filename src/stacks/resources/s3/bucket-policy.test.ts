import {
  CreateBucketCommand,
  GetBucketPolicyCommand,
  PutBucketPolicyCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ObjectsServer, objectsServer } from "../../../../test/fixtures/objects.ts";
import { resourceContext } from "../../../../test/fixtures/resource-context.ts";
import type { ResourceContext } from "../../resource.ts";
import { bucketPolicy } from "./bucket-policy.ts";

let server: ObjectsServer;
let context: ResourceContext;

beforeAll(async () => {
  server = await objectsServer();
  context = resourceContext([server.objects.definition]);
  for (const Bucket of ["assets", "other", "held"]) {
    await server.s3.send(new CreateBucketCommand({ Bucket }));
  }
});

afterAll(() => server.close());

function settings(Bucket: string, Sid = "AllowSSLRequestsOnly") {
  const Condition = { Bool: { "aws:SecureTransport": "false" } };
  const Resource = `arn:aws:s3:::${Bucket}/*`;
  const statement = { Sid, Action: "s3:*", Effect: "Deny", Principal: "*", Resource, Condition };
  return { Bucket, PolicyDocument: { Version: "2012-10-17", Statement: [statement] } };
}

async function kept(Bucket: string) {
  const { Policy } = await server.s3.send(new GetBucketPolicyCommand({ Bucket }));
  return JSON.parse(Policy ?? "");
}

test("a bucket is given its policy, which is changed and taken away", async () => {
  const previous = settings("assets");
  expect(await bucketPolicy.create(previous, context)).toEqual({ physicalId: "assets" });
  expect(await kept("assets")).toEqual(previous.PolicyDocument);
  const properties = settings("assets", "Renamed");
  const change = { physicalId: "assets", properties, previous };
  await bucketPolicy.update?.(change, context);
  expect(await kept("assets")).toEqual(properties.PolicyDocument);
  expect(await bucketPolicy.alike?.(properties, context)).toEqual(["assets"]);
  expect(await bucketPolicy.alike?.(previous, context)).toEqual([]);
  await bucketPolicy.delete({ physicalId: "assets", properties }, context);
  await expect(kept("assets")).rejects.toMatchObject({ name: "NoSuchBucketPolicy" });
});

test("what was changed by hand shows", async () => {
  const properties = settings("other");
  await bucketPolicy.create(properties, context);
  const existing = { physicalId: "other", properties };
  expect(await bucketPolicy.read?.(existing, context)).toEqual(properties);
  const Policy = JSON.stringify(settings("other", "Mine").PolicyDocument);
  await server.s3.send(new PutBucketPolicyCommand({ Bucket: "other", Policy }));
  expect(await bucketPolicy.read?.(existing, context)).toEqual(settings("other", "Mine"));
  await bucketPolicy.delete(existing, context);
  expect(await bucketPolicy.read?.(existing, context)).toBeUndefined();
});

test("a policy that is there already, and a bucket that is not, are refused", async () => {
  const Policy = JSON.stringify(settings("held", "Mine").PolicyDocument);
  await server.s3.send(new PutBucketPolicyCommand({ Bucket: "held", Policy }));
  const second = bucketPolicy.create(settings("held"), context);
  await expect(second).rejects.toThrow("The bucket policy already exists on bucket held.");
  const nowhere = bucketPolicy.create(settings("nowhere"), context);
  await expect(nowhere).rejects.toMatchObject({ code: "NoSuchBucket" });
});
