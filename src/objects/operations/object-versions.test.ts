import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ObjectsServer, objectsServer } from "../../../test/fixtures/objects.ts";
import { engineNames } from "../../../test/fixtures/storage.ts";

describe.each(engineNames)("versions on %s", (engine) => {
  let server: ObjectsServer;

  beforeAll(async () => {
    // A clock that stands still must not mix up what came first.
    server = await objectsServer({ engine, clock: { now: () => 1_700_000_000_000 } });
  });

  afterAll(() => server.close());

  async function bucketCalled(Bucket: string, Status?: "Enabled" | "Suspended") {
    await server.s3.send(new CreateBucketCommand({ Bucket }));
    const turn = (to: "Enabled" | "Suspended") =>
      server.s3.send(
        new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: to } }),
      );
    if (Status) await turn(Status);
    return {
      turn,
      put: (Body: string, Key = "key") =>
        server.s3.send(new PutObjectCommand({ Bucket, Key, Body })),
      remove: (VersionId?: string, Key = "key") =>
        server.s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId })),
      list: (more = {}) => server.s3.send(new ListObjectVersionsCommand({ Bucket, ...more })),
      async read(VersionId?: string) {
        const get = new GetObjectCommand({ Bucket, Key: "key", VersionId });
        return (await server.s3.send(get)).Body?.transformToString();
      },
    };
  }

  test("a bucket keeps versions from when on it is told to", async () => {
    const bucket = await bucketCalled("from-then-on");
    const asked = new GetBucketVersioningCommand({ Bucket: "from-then-on" });
    expect((await server.s3.send(asked)).Status).toBeUndefined();
    expect((await bucket.put("before")).VersionId).toBeUndefined();
    await bucket.turn("Enabled");
    expect(await server.s3.send(asked)).toMatchObject({ Status: "Enabled" });
    const { VersionId } = await bucket.put("after");
    expect(VersionId).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(await bucket.read()).toBe("after");
    expect(await bucket.read("null")).toBe("before");
    expect(await bucket.read(VersionId)).toBe("after");
    const { Versions } = await bucket.list();
    expect(Versions).toMatchObject([
      { VersionId, IsLatest: true, Size: 5 },
      { VersionId: "null", IsLatest: false, Size: 6 },
    ]);
  });

  test("a deletion marks, and is undone by deleting the mark", async () => {
    const bucket = await bucketCalled("marked", "Enabled");
    await bucket.put("one");
    const { VersionId: marker, DeleteMarker } = await bucket.remove();
    expect(DeleteMarker).toBe(true);
    const gone = await bucket.read().catch((error) => error);
    expect(gone).toMatchObject({ name: "NoSuchKey" });
    expect(gone.$response.headers["x-amz-delete-marker"]).toBe("true");
    const head = new HeadObjectCommand({ Bucket: "marked", Key: "key", VersionId: marker });
    await expect(server.s3.send(head)).rejects.toMatchObject({
      $metadata: { httpStatusCode: 405 },
    });
    expect((await bucket.list()).DeleteMarkers).toMatchObject([{ IsLatest: true }]);
    expect(await bucket.remove(marker)).toMatchObject({ DeleteMarker: true, VersionId: marker });
    expect(await bucket.read()).toBe("one");
  });

  test("a bucket that keeps no further versions replaces the one without an id", async () => {
    const bucket = await bucketCalled("suspended", "Enabled");
    const { VersionId } = await bucket.put("kept");
    await bucket.turn("Suspended");
    await bucket.put("first");
    await bucket.put("second");
    const { Versions } = await bucket.list();
    expect(Versions?.map((version) => version.VersionId)).toEqual(["null", VersionId]);
    expect(await bucket.read()).toBe("second");
    await bucket.remove("null");
    expect(await bucket.read()).toBe("kept");
  });

  test("versions are listed a page at a time, each key's newest first", async () => {
    const bucket = await bucketCalled("paged", "Enabled");
    for (const key of ["a", "b", "b", "b", "c/1", "c/2"]) await bucket.put(key, key);
    const seen: (string | boolean | undefined)[][] = [];
    let markers: object | undefined = {};
    while (markers) {
      const page = await bucket.list({ MaxKeys: 2, Delimiter: "/", ...markers });
      const { Versions = [], CommonPrefixes = [] } = page;
      for (const { Key, IsLatest } of Versions) seen.push([Key, IsLatest]);
      for (const { Prefix } of CommonPrefixes) seen.push([Prefix]);
      const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
      markers = page.IsTruncated ? { KeyMarker, VersionIdMarker } : undefined;
    }
    expect(seen).toEqual([["a", true], ["b", true], ["b", false], ["b", false], ["c/"]]);
  });

  test("a bucket is empty when its versions and marks are gone", async () => {
    const bucket = await bucketCalled("emptied", "Enabled");
    await bucket.put("one");
    await bucket.put("two");
    await bucket.remove();
    const remove = new DeleteBucketCommand({ Bucket: "emptied" });
    await expect(server.s3.send(remove)).rejects.toMatchObject({ name: "BucketNotEmpty" });
    const { Versions = [], DeleteMarkers = [] } = await bucket.list();
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key = "", VersionId }) => ({
      Key,
      VersionId,
    }));
    await server.s3.send(new DeleteObjectsCommand({ Bucket: "emptied", Delete: { Objects } }));
    await server.s3.send(remove);
  });
});
