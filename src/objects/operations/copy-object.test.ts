import {
  CopyObjectCommand,
  type CopyObjectCommandInput,
  CreateBucketCommand,
  GetObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ObjectsServer, objectsServer } from "../../../test/fixtures/objects.ts";

let server: ObjectsServer;
const Bucket = "from";

beforeAll(async () => {
  server = await objectsServer();
  await server.s3.send(new CreateBucketCommand({ Bucket }));
  await server.s3.send(new CreateBucketCommand({ Bucket: "copies" }));
  await server.s3.send(
    new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }),
  );
});

afterAll(() => server.close());

const copy = (input: Partial<CopyObjectCommandInput> & { CopySource: string }) =>
  server.s3.send(new CopyObjectCommand({ Bucket: "copies", Key: "copy", ...input }));
const read = (Key: string) => server.s3.send(new GetObjectCommand({ Bucket: "copies", Key }));

test("a copy has the bytes and what is said of them, or what is said anew", async () => {
  const Key = "ä b+c.txt";
  const said = { ContentType: "text/plain", Metadata: { colour: "blue" } };
  await server.s3.send(new PutObjectCommand({ Bucket, Key, Body: "bytes", ...said }));
  const CopySource = `${Bucket}/${encodeURIComponent(Key)}`;
  const { CopyObjectResult } = await copy({ CopySource });
  const object = await read("copy");
  expect(object).toMatchObject({ ...said, ETag: CopyObjectResult?.ETag });
  expect(await object.Body?.transformToString()).toBe("bytes");
  const anew = { ContentType: "text/html", Metadata: { colour: "red" } };
  await copy({ CopySource, Key: "anew", MetadataDirective: "REPLACE", ...anew });
  expect(await read("anew")).toMatchObject(anew);
});

test("an older version is copied by its id", async () => {
  const there = { Bucket, Key: "versioned" };
  const { VersionId } = await server.s3.send(new PutObjectCommand({ ...there, Body: "old" }));
  await server.s3.send(new PutObjectCommand({ ...there, Body: "new" }));
  const CopySource = `${Bucket}/versioned?versionId=${VersionId}`;
  expect(await copy({ CopySource })).toMatchObject({ CopySourceVersionId: VersionId });
  expect(await (await read("copy")).Body?.transformToString()).toBe("old");
});

test.each([
  ["of nothing", { CopySource: "from/none" }, "NoSuchKey"],
  ["from no bucket", { CopySource: "none/none" }, "NoSuchBucket"],
  ["from no key", { CopySource: "from" }, "InvalidArgument"],
  ["onto itself", { CopySource: "from/self", Bucket, Key: "self" }, "InvalidRequest"],
  ["of another", { CopySource: "from/self", CopySourceIfMatch: "other" }, "PreconditionFailed"],
])("a copy %s is refused", async (_, input, name) => {
  await server.s3.send(new PutObjectCommand({ Bucket, Key: "self", Body: "self" }));
  await expect(copy(input)).rejects.toMatchObject({ name });
});
