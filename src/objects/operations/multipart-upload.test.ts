import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListPartsCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ObjectsServer, objectsServer } from "../../../test/fixtures/objects.ts";
import { engineNames } from "../../../test/fixtures/storage.ts";

const mebibyte = 1024 * 1024;

describe.each(engineNames)("uploads in parts on %s", (engine) => {
  let server: ObjectsServer;
  const clock = { time: 1_700_000_000_000, now: () => clock.time };
  const Bucket = "parts";

  beforeAll(async () => {
    server = await objectsServer({ engine, clock });
    await server.s3.send(new CreateBucketCommand({ Bucket }));
  });

  afterAll(() => server.close());

  async function begin(Key: string, more = {}) {
    const create = new CreateMultipartUploadCommand({ Bucket, Key, ...more });
    const { UploadId } = await server.s3.send(create);
    const upload = { Bucket, Key, UploadId };
    return {
      upload,
      part: (PartNumber: number, Body: Buffer, sums = {}) =>
        server.s3.send(new UploadPartCommand({ ...upload, PartNumber, Body, ...sums })),
      complete: (Parts: { PartNumber: number; ETag: string | undefined }[]) =>
        server.s3.send(
          new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }),
        ),
    };
  }

  test("parts become one object, whose tag is made of theirs", async () => {
    const { upload, part, complete } = await begin("whole", { ContentType: "text/plain" });
    const bodies = [Buffer.alloc(5 * mebibyte, "a"), Buffer.from("the end")];
    const [first, second] = await Promise.all(bodies.map((body, index) => part(index + 1, body)));
    const { Parts } = await server.s3.send(new ListPartsCommand({ ...upload, MaxParts: 1 }));
    expect(Parts).toMatchObject([{ PartNumber: 1, Size: 5 * mebibyte, ETag: first?.ETag }]);
    const { ETag } = await complete([
      { PartNumber: 1, ETag: first?.ETag },
      { PartNumber: 2, ETag: second?.ETag },
    ]);
    const hashes = bodies.map((body) => createHash("md5").update(body).digest());
    const hash = createHash("md5").update(Buffer.concat(hashes)).digest("hex");
    expect(ETag).toBe(`"${hash}-2"`);
    const object = await server.s3.send(new GetObjectCommand({ Bucket, Key: "whole" }));
    expect(object.ContentType).toBe("text/plain");
    expect(await object.Body?.transformToByteArray()).toHaveLength(5 * mebibyte + 7);
    const across = { Bucket, Key: "whole", Range: `bytes=${5 * mebibyte - 2}-${5 * mebibyte + 2}` };
    const middle = await server.s3.send(new GetObjectCommand(across));
    expect(await middle.Body?.transformToString()).toBe("aathe");
    const last = await server.s3.send(
      new GetObjectCommand({ Bucket, Key: "whole", PartNumber: 2 }),
    );
    expect(last).toMatchObject({ PartsCount: 2, ContentLength: 7 });
    await expect(complete([{ PartNumber: 1, ETag: first?.ETag }])).rejects.toMatchObject({
      name: "NoSuchUpload",
    });
  });

  test.each([
    ["is not there", [{ PartNumber: 3, ETag: "x" }], "InvalidPart"],
    ["has another tag", [{ PartNumber: 1, ETag: "x" }], "InvalidPart"],
    ["comes out of order", [{ PartNumber: 2 }, { PartNumber: 1 }], "InvalidPartOrder"],
    ["is too small", [{ PartNumber: 1 }, { PartNumber: 2 }], "EntityTooSmall"],
  ])("an upload is not completed when a part %s", async (_, named, code) => {
    const { part, complete } = await begin(`refused-${code}`);
    const tags = [await part(1, Buffer.from("1")), await part(2, Buffer.from("2"))];
    const Parts = named.map((each) => ({ ETag: tags[each.PartNumber - 1]?.ETag, ...each }));
    await expect(complete(Parts)).rejects.toMatchObject({ name: code });
  });

  test.each([
    ["COMPOSITE", "CRC32", /^.{8}-1$/],
    ["COMPOSITE", "SHA256", /^.{44}-1$/],
    ["FULL_OBJECT", "CRC32", /^.{8}$/],
    ["FULL_OBJECT", "CRC64NVME", /^.{12}$/],
  ] as const)("the checksum is %s of %s where that was asked for", async (type, name, form) => {
    const asked = { ChecksumAlgorithm: name, ChecksumType: type };
    const { part, complete } = await begin(`checked-${type}-${name}`, asked);
    const { ETag } = await part(1, Buffer.from("123456789"), { ChecksumAlgorithm: name });
    const done = await complete([{ PartNumber: 1, ETag }]);
    expect(done).toMatchObject({ ChecksumType: type });
    expect({ ...done }[`Checksum${name}`]).toMatch(form);
  });

  test("a part may be a copy of a part of another object", async () => {
    const source = await begin("source");
    const { ETag } = await source.part(1, Buffer.from("0123456789"));
    await source.complete([{ PartNumber: 1, ETag }]);
    const { upload, complete } = await begin("copied");
    const copy = { ...upload, PartNumber: 1, CopySource: `${Bucket}/source` };
    const { CopyPartResult } = await server.s3.send(
      new UploadPartCopyCommand({ ...copy, CopySourceRange: "bytes=2-4" }),
    );
    await complete([{ PartNumber: 1, ETag: CopyPartResult?.ETag }]);
    const object = await server.s3.send(new GetObjectCommand({ Bucket, Key: "copied" }));
    expect(await object.Body?.transformToString()).toBe("234");
  });

  test("nothing stays of an upload that is given up", async () => {
    clock.time += 120_000;
    await server.objects.collect();
    const before = await keptFiles(server.folder);
    const { upload, part } = await begin("given-up");
    await part(1, Buffer.from("first"));
    await part(1, Buffer.from("again"));
    await server.s3.send(new AbortMultipartUploadCommand(upload));
    await expect(part(2, Buffer.from("late"))).rejects.toMatchObject({ name: "NoSuchUpload" });
    clock.time += 120_000;
    await server.objects.collect();
    expect(await keptFiles(server.folder)).toEqual(before);
  });
});

async function keptFiles(folder: string): Promise<string[]> {
  const files = await readdir(join(folder, "objects"), { recursive: true }).catch(() => []);
  return files.filter((name) => /[0-9a-f]{32}$/.test(name)).sort();
}
