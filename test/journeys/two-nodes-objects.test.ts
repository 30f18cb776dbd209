import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Nodes, nodesOn } from "../fixtures/nodes.ts";

const Bucket = "shared";

describe.each(Object.entries(nodesOn))("objects on the nodes of %s", (_, open) => {
  let nodes: Nodes;
  let here: S3Client;
  let there: S3Client;

  beforeAll(async () => {
    nodes = await open();
    const clientOf = (index: number) =>
      new S3Client({
        endpoint: nodes.urlOf(index),
        region: "us-east-1",
        credentials: { accessKeyId: "test", secretAccessKey: "test" },
      });
    here = clientOf(0);
    there = clientOf(1);
    await here.send(new CreateBucketCommand({ Bucket }));
  });
  afterAll(async () => {
    here.destroy();
    there.destroy();
    await nodes.close();
  });

  const read = async (client: S3Client, Key: string) =>
    (await client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToByteArray();

  it("what one was sent, the other gives", async () => {
    const Body = Buffer.alloc(3_000_000, "abc");
    await here.send(new PutObjectCommand({ Bucket, Key: "key", Body }));
    expect(Body.equals((await read(there, "key")) ?? Buffer.alloc(0))).toBe(true);
  });

  it("parts that went to both become one object", async () => {
    const { UploadId } = await here.send(
      new CreateMultipartUploadCommand({ Bucket, Key: "parts" }),
    );
    const upload = { Bucket, Key: "parts", UploadId };
    const part = (client: S3Client, PartNumber: number, Body: Buffer) =>
      client.send(new UploadPartCommand({ ...upload, PartNumber, Body }));
    const [first, second] = await Promise.all([
      part(here, 1, Buffer.alloc(5 * 1024 * 1024)),
      part(there, 2, Buffer.from("end")),
    ]);
    const Parts = [first, second].map(({ ETag }, index) => ({ ETag, PartNumber: index + 1 }));
    await there.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
    expect(await read(here, "parts")).toHaveLength(5 * 1024 * 1024 + 3);
  });

  it("one of many that want to write a key first wins, and its bytes are read", async () => {
    const words = Array.from({ length: 10 }, (_each, index) => `writer ${index}`);
    const written = await Promise.allSettled(
      words.map((Body, index) =>
        (index % 2 === 0 ? here : there).send(
          new PutObjectCommand({ Bucket, Key: "once", Body, IfNoneMatch: "*" }),
        ),
      ),
    );
    const winners = words.filter((_word, index) => written[index]?.status === "fulfilled");
    expect(winners).toHaveLength(1);
    expect(Buffer.from((await read(there, "once")) ?? []).toString()).toBe(winners[0]);
  });

  it("of many writers of a key each is answered, and one object is there in the end", async () => {
    const bodies = Array.from({ length: 20 }, (_each, index) => `body ${index}`);
    await Promise.all(
      bodies.map((Body, index) =>
        (index % 2 === 0 ? here : there).send(new PutObjectCommand({ Bucket, Key: "all", Body })),
      ),
    );
    const [one, other] = await Promise.all([read(here, "all"), read(there, "all")]);
    expect(bodies).toContain(Buffer.from(one ?? []).toString());
    expect(other).toEqual(one);
  });
});
