import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ObjectsServer, objectsServer } from "../../../test/fixtures/objects.ts";
import { engineNames } from "../../../test/fixtures/storage.ts";

describe.each(engineNames)("objects on %s", (engine) => {
  let server: ObjectsServer;
  const Bucket = "my-bucket";

  beforeAll(async () => {
    server = await objectsServer({ engine });
    await server.s3.send(new CreateBucketCommand({ Bucket }));
  });

  afterAll(() => server.close());

  const put = (Key: string, Body: string | Buffer, more = {}) =>
    server.s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
  const get = (Key: string, more = {}) =>
    server.s3.send(new GetObjectCommand({ Bucket, Key, ...more }));

  test("a bucket is there once it was created, where it was created", async () => {
    expect(await server.s3.send(new HeadBucketCommand({ Bucket }))).toMatchObject({
      BucketRegion: "us-east-1",
    });
    const { Buckets } = await server.s3.send(new ListBucketsCommand());
    expect(Buckets).toMatchObject([{ Name: Bucket }]);
    const location = await server.s3.send(new GetBucketLocationCommand({ Bucket }));
    expect(location.LocationConstraint).toBeUndefined();
    const ireland = server.clientWith({ region: "eu-west-1" });
    await ireland.send(
      new CreateBucketCommand({
        Bucket: "ireland",
        CreateBucketConfiguration: { LocationConstraint: "eu-west-1" },
      }),
    );
    expect(await ireland.send(new GetBucketLocationCommand({ Bucket: "ireland" }))).toMatchObject({
      LocationConstraint: "eu-west-1",
    });
    const elsewhere = { LocationConstraint: "us-west-2" } as const;
    await expect(
      ireland.send(
        new CreateBucketCommand({ Bucket: "elsewhere", CreateBucketConfiguration: elsewhere }),
      ),
    ).rejects.toMatchObject({ name: "IllegalLocationConstraintException" });
  });

  test("what was put is what is got, with all that was said of it", async () => {
    const Body = Buffer.from("hello, world ".repeat(1000));
    const { ETag } = await put("docs/a b/ü.txt", Body, {
      ContentType: "text/plain",
      CacheControl: "no-cache",
      Metadata: { colour: "blue" },
    });
    const object = await get("docs/a b/ü.txt");
    expect(await object.Body?.transformToString()).toBe(Body.toString());
    expect(object).toMatchObject({
      ETag,
      ContentType: "text/plain",
      CacheControl: "no-cache",
      ContentLength: Body.length,
      Metadata: { colour: "blue" },
      ServerSideEncryption: "AES256",
    });
    const head = await server.s3.send(new HeadObjectCommand({ Bucket, Key: "docs/a b/ü.txt" }));
    expect(head).toMatchObject({ ETag, ContentLength: Body.length });
  });

  test("a part of an object is asked for by its range", async () => {
    await put("digits", "0123456789");
    const part = await get("digits", { Range: "bytes=2-4" });
    expect(await part.Body?.transformToString()).toBe("234");
    expect(part).toMatchObject({ ContentRange: "bytes 2-4/10", ContentLength: 3 });
    expect(part.$metadata.httpStatusCode).toBe(206);
    const end = await get("digits", { Range: "bytes=-3" });
    expect(await end.Body?.transformToString()).toBe("789");
    await expect(get("digits", { Range: "bytes=10-" })).rejects.toMatchObject({
      name: "InvalidRange",
    });
  });

  test("conditions decide whether an object is given and whether it is written", async () => {
    const { ETag } = await put("conditional", "one");
    expect(await get("conditional", { IfMatch: ETag })).toMatchObject({ ETag });
    await expect(get("conditional", { IfMatch: '"other"' })).rejects.toMatchObject({
      name: "PreconditionFailed",
    });
    await expect(get("conditional", { IfNoneMatch: ETag })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
    await expect(put("conditional", "two", { IfNoneMatch: "*" })).rejects.toMatchObject({
      name: "PreconditionFailed",
    });
    await put("conditional", "three", { IfMatch: ETag });
    expect(await (await get("conditional")).Body?.transformToString()).toBe("three");
  });

  test("keys are listed by their beginnings, a page at a time", async () => {
    for (const Key of ["list/a", "list/b/1", "list/b/2", "list/c", "list/d/1"]) await put(Key, Key);
    const pages: (string | undefined)[][] = [];
    let token: string | undefined;
    do {
      const page = await server.s3.send(
        new ListObjectsV2Command({
          ...{ Bucket, Prefix: "list/", Delimiter: "/", MaxKeys: 2 },
          ...(token !== undefined && { ContinuationToken: token }),
        }),
      );
      const { Contents = [], CommonPrefixes = [] } = page;
      pages.push([...Contents.map(({ Key }) => Key), ...CommonPrefixes.map((each) => each.Prefix)]);
      token = page.NextContinuationToken;
    } while (token !== undefined);
    expect(pages).toEqual([
      ["list/a", "list/b/"],
      ["list/c", "list/d/"],
    ]);
    const all = await server.s3.send(new ListObjectsV2Command({ Bucket, StartAfter: "list/b/1" }));
    expect(all.Contents?.map(({ Key }) => Key)).toEqual(["list/b/2", "list/c", "list/d/1"]);
    const first = await server.s3.send(
      new ListObjectsCommand({ Bucket, Prefix: "list/", Delimiter: "/", MaxKeys: 2 }),
    );
    expect(first).toMatchObject({ IsTruncated: true, NextMarker: "list/b/" });
  });

  test("a bucket is deleted when nothing is in it", async () => {
    await server.s3.send(new CreateBucketCommand({ Bucket: "to-be-deleted" }));
    const there = { Bucket: "to-be-deleted", Key: "a" };
    await server.s3.send(new PutObjectCommand({ ...there, Body: "a" }));
    const remove = new DeleteBucketCommand({ Bucket: "to-be-deleted" });
    await expect(server.s3.send(remove)).rejects.toMatchObject({ name: "BucketNotEmpty" });
    await server.s3.send(new DeleteObjectCommand(there));
    await server.s3.send(remove);
    await expect(
      server.s3.send(new PutObjectCommand({ ...there, Body: "b" })),
    ).rejects.toMatchObject({ name: "NoSuchBucket" });
  });

  test("an object is deleted under a condition only if it holds", async () => {
    const { ETag } = await put("doomed", "1");
    const remove = (IfMatch: string | undefined) =>
      server.s3.send(new DeleteObjectCommand({ Bucket, Key: "doomed", IfMatch }));
    await expect(remove('"other"')).rejects.toMatchObject({ name: "PreconditionFailed" });
    await remove(ETag);
    await expect(get("doomed")).rejects.toMatchObject({ name: "NoSuchKey" });
    const Objects = [{ Key: "doomed", ETag }];
    const many = server.s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    await expect(many).rejects.toMatchObject({ name: "NotImplemented" });
  });

  test.each([
    ["an ACL for others", { ACL: "public-read" }, "AccessControlListNotSupported"],
    ["a grant", { GrantRead: "id=1" }, "AccessControlListNotSupported"],
    ["a key of its own", { SSECustomerAlgorithm: "AES256" }, "NotImplemented"],
    ["a lock", { ObjectLockMode: "GOVERNANCE" }, "NotImplemented"],
    ["a redirect", { WebsiteRedirectLocation: "/other" }, "NotImplemented"],
    ["a place to append at", { WriteOffsetBytes: 1 }, "NotImplemented"],
    ["a tag of AWS's own", { Tagging: "aws:x=1" }, "InvalidTag"],
    ["much metadata", { Metadata: { x: "x".repeat(2048) } }, "MetadataTooLarge"],
    ["a checksum that is not computed", { ChecksumXXHASH64: "AAAA" }, "InvalidArgument"],
  ])("an object with %s is refused", async (_, more, name) => {
    await expect(put("promised", "x", more)).rejects.toMatchObject({ name });
    await expect(get("promised")).rejects.toMatchObject({ name: "NoSuchKey" });
  });

  test.each([
    ["an underscore", "my_bucket"],
    ["capitals", "MyBucket"],
    ["an address", "127.0.0.1"],
    ["two dots", "my..bucket"],
    ["too few characters", "ab"],
    ["too many characters", "a".repeat(64)],
    ["a beginning of AWS's own", "xn--bucket"],
  ])("a bucket whose name has %s is refused", async (_, name) => {
    const create = server.s3.send(new CreateBucketCommand({ Bucket: name }));
    await expect(create).rejects.toMatchObject({ name: "InvalidBucketName" });
  });

  test("many objects are deleted at once, those that are not there too", async () => {
    await put("many/1", "1");
    const { Deleted } = await server.s3.send(
      new DeleteObjectsCommand({
        Bucket,
        Delete: { Objects: [{ Key: "many/1" }, { Key: "many/none" }] },
      }),
    );
    expect(Deleted).toMatchObject([{ Key: "many/1" }, { Key: "many/none" }]);
    await expect(get("many/1")).rejects.toMatchObject({ name: "NoSuchKey" });
  });
});
