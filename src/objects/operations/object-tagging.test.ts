import {
  CreateBucketCommand,
  DeleteObjectTaggingCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ObjectsServer, objectsServer } from "../../../test/fixtures/objects.ts";

let server: ObjectsServer;
const there = { Bucket: "tagged", Key: "key" };

beforeAll(async () => {
  server = await objectsServer();
  await server.s3.send(new CreateBucketCommand({ Bucket: "tagged" }));
  await server.s3.send(
    new PutBucketVersioningCommand({
      Bucket: "tagged",
      VersioningConfiguration: { Status: "Enabled" },
    }),
  );
});

afterAll(() => server.close());

const tagsOf = async (VersionId?: string) =>
  (await server.s3.send(new GetObjectTaggingCommand({ ...there, VersionId }))).TagSet;

test("tags come with an object, and are changed and taken away later, by version", async () => {
  const put = (Body: string, Tagging?: string) =>
    server.s3.send(new PutObjectCommand({ ...there, Body, Tagging }));
  const { VersionId } = await put("old", "a=1&b=%26%20");
  expect(await tagsOf()).toEqual([
    { Key: "a", Value: "1" },
    { Key: "b", Value: "& " },
  ]);
  await put("new");
  const Tagging = { TagSet: [{ Key: "c", Value: "3" }] };
  await server.s3.send(new PutObjectTaggingCommand({ ...there, Tagging }));
  expect(await tagsOf()).toEqual(Tagging.TagSet);
  expect(await server.s3.send(new GetObjectCommand(there))).toMatchObject({ TagCount: 1 });
  expect(await tagsOf(VersionId)).toHaveLength(2);
  await server.s3.send(new DeleteObjectTaggingCommand({ ...there, VersionId }));
  expect(await tagsOf(VersionId)).toEqual([]);
  expect(await tagsOf()).toEqual(Tagging.TagSet);
});

test("tags of what is not there are refused, and so are too many", async () => {
  const none = new GetObjectTaggingCommand({ ...there, Key: "none" });
  await expect(server.s3.send(none)).rejects.toMatchObject({ name: "NoSuchKey" });
  const TagSet = Array.from({ length: 11 }, (_, index) => ({ Key: `${index}`, Value: "" }));
  const many = new PutObjectTaggingCommand({ ...there, Tagging: { TagSet } });
  await expect(server.s3.send(many)).rejects.toMatchObject({ name: "InvalidTag" });
});
