import { readdir } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { movableClock } from "../fixtures/clock.ts";
import { type ObjectsServer, objectsServer } from "../fixtures/objects.ts";
import {
  presign,
  sendBytes,
  sendRaw,
  signChunks,
  signHeaders,
} from "../fixtures/signed-request.ts";

// Objects are what their owner sent, whole and unchanged, and nobody else's.

const key = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret", account: "111122223333" };
const other = { accessKeyId: "AKIAOTHER", secretAccessKey: "secret", account: "444455556666" };
const clock = movableClock();
let server: ObjectsServer;
let s3: S3Client;
let host: string;
const Bucket = "attacked";

beforeAll(async () => {
  server = await objectsServer({ credentials: [key, other], clock });
  s3 = clientOf(key);
  host = new URL(server.url).host;
  await s3.send(new CreateBucketCommand({ Bucket }));
});

afterAll(() => server.close());

/** The client's clock is the server's. */
function clientOf(credentials: typeof key): S3Client {
  return server.clientWith({ credentials, systemClockOffset: clock.now() - Date.now() });
}

const signer = () => ({ ...key, now: clock.now() });
const read = async (Key: string) =>
  (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();

test("a request without a signature is refused as S3 refuses it", async () => {
  const headers = { host: `${Bucket}.s3.us-east-1.amazonaws.com` };
  const answer = await sendRaw(server.url, { method: "GET", path: "/shared", headers });
  expect(answer.status).toBe(403);
  expect(answer.headers["content-type"]).toBe("application/xml");
  expect(answer.body).toContain("<Code>AccessDenied</Code>");
});

test("a bucket is its own account's", async () => {
  const list = new ListObjectsV2Command({ Bucket });
  await expect(clientOf(other).send(list)).rejects.toMatchObject({ name: "AccessDenied" });
  const create = new CreateBucketCommand({ Bucket });
  await expect(clientOf(other).send(create)).rejects.toMatchObject({ name: "BucketAlreadyExists" });
});

describe("bytes that are not what they should be leave nothing", () => {
  const path = `/${Bucket}/refused`;
  const zeroCrc = { "x-amz-checksum-crc32": "AAAAAA==" };
  const trailing = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
  const inChunks = { "x-amz-decoded-content-length": "4", "x-amz-trailer": "x-amz-checksum-crc32" };
  const chunk = (text: string, trailer: string) => `4\r\n${text}\r\n0\r\n${trailer}\r\n`;

  test.each([
    ["another SHA-256", {}, "0".repeat(64), "body", "XAmzContentSHA256Mismatch"],
    ["another CRC", zeroCrc, undefined, "body", "BadDigest"],
    ["another MD5", { "content-md5": "AAAAAAAAAAAAAAAAAAAAAA==" }, undefined, "body", "BadDigest"],
    ["no MD5", { "content-md5": "short" }, undefined, "body", "InvalidDigest"],
    [
      "another CRC behind them",
      inChunks,
      trailing,
      chunk("body", "x-amz-checksum-crc32:AAAAAA==\r\n"),
      "BadDigest",
    ],
    ["more than they said", inChunks, trailing, "5\r\nbodyx\r\n0\r\n\r\n", "IncompleteBody"],
    ["more behind them", inChunks, trailing, chunk("body", "").repeat(2), "InvalidChunkSizeError"],
    ["fewer than they said", inChunks, trailing, "2\r\nbo\r\n0\r\n\r\n", "IncompleteBody"],
    ["sizes that are none", inChunks, trailing, "x\r\nbody\r\n", "InvalidChunkSizeError"],
    ["no end", inChunks, trailing, "4\r\nbo", "InvalidChunkSizeError"],
  ])("%s", async (_, headers: Record<string, string>, payload, body, code) => {
    const before = await keptFiles();
    const unsigned = { method: "PUT", path, headers, ...(payload !== undefined && { payload }) };
    const { headers: signed } = signHeaders(host, unsigned, signer());
    const answer = await sendRaw(server.url, { method: "PUT", path, headers: signed }, body);
    expect(answer.body).toContain(`<Code>${code}</Code>`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    await expect(read("refused")).rejects.toMatchObject({ name: "NoSuchKey" });
    expect(await keptFiles()).toEqual(before);
  });

  test("a client that goes away in the middle", async () => {
    const before = await keptFiles();
    const { headers } = signHeaders(host, { method: "PUT", path }, signer());
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.write(`PUT ${path} HTTP/1.1\r\ncontent-length: 100\r\n${lines.join("")}\r\nhalf`);
    await expect.poll(keptFiles).not.toEqual(before);
    socket.destroy();
    await expect.poll(keptFiles).toEqual(before);
    await expect(read("refused")).rejects.toMatchObject({ name: "NoSuchKey" });
  });

  test("too many to be taken at once, before they are sent", async () => {
    const headers = { "content-length": String(6 * 1024 ** 3) };
    const { headers: signed } = signHeaders(host, { method: "PUT", path }, signer());
    const lines = Object.entries({ ...headers, ...signed }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    const answer = await sendBytes(
      server.url,
      `PUT ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`,
    );
    expect(answer).toContain("<Code>EntityTooLarge</Code>");
  });
});

describe("chunks that are signed", () => {
  const payload = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
  const unsigned = {
    ...{ method: "PUT", path: `/${Bucket}/chunks`, payload },
    headers: { "x-amz-decoded-content-length": "11", "content-encoding": "aws-chunked" },
  };

  test("are taken, and nothing of how they came is kept", async () => {
    const signed = signHeaders(host, unsigned, signer());
    const body = signChunks(["hello ", "world"], signed, key.secretAccessKey);
    const answer = await sendRaw(server.url, { ...unsigned, headers: signed.headers }, body);
    expect(answer).toMatchObject({ status: 200 });
    const object = await s3.send(new GetObjectCommand({ Bucket, Key: "chunks" }));
    expect(object.ContentEncoding).toBeUndefined();
    expect(await object.Body?.transformToString()).toBe("hello world");
  });

  test.each([
    ["one byte is another", (body: string) => body.replace("world", "wurld")],
    [
      "two have changed places",
      (body: string) => body.replace(/^(6;.*\r\n.*\r\n)(5;.*\r\n.*\r\n)/, "$2$1"),
    ],
    ["one has no signature", (body: string) => body.replace(/;chunk-signature=\w+/, "")],
  ])("are refused when %s", async (_, change) => {
    const before = await keptFiles();
    const signed = signHeaders(host, unsigned, signer());
    const body = change(signChunks(["hello ", "world"], signed, key.secretAccessKey));
    const answer = await sendRaw(server.url, { ...unsigned, headers: signed.headers }, body);
    expect(answer.status).toBe(403);
    expect(answer.body).toContain("<Code>SignatureDoesNotMatch</Code>");
    expect(await keptFiles()).toEqual(before);
  });
});

describe("a key is a key, whatever is in it", () => {
  test.each([
    ["../../../escape"],
    ["..%2f..%2fescape"],
    ["/absolute"],
    ["a//b/./../c/"],
    ["_gatepool/health"],
    ["nul\u0001byte"],
    ["C:\\windows\\x"],
    ["__proto__"],
  ])("%j", async (Key) => {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
    expect(await read(Key)).toBe(Key);
    const list = new ListObjectsV2Command({ Bucket, Prefix: Key, EncodingType: "url" });
    const { Contents = [] } = await s3.send(list);
    expect(Contents.map((each) => decodeURIComponent(each.Key ?? ""))).toContain(Key);
    expect(await readdir(server.folder)).not.toContain("escape");
  });

  test("and is too long beyond 1024 bytes", async () => {
    const put = (Key: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body: "" }));
    await put("ü".repeat(512));
    await expect(put(`${"ü".repeat(512)}x`)).rejects.toMatchObject({ name: "KeyTooLongError" });
  });

  test("a path that climbs finds no file", async () => {
    const path = `/${Bucket}/../../../../../etc/passwd`;
    const { headers } = signHeaders(host, { method: "GET", path }, signer());
    const answer = await sendRaw(server.url, { method: "GET", path, headers });
    expect(answer.status).toBe(404);
    expect(answer.body).toContain("<Code>NoSuchKey</Code>");
  });
});

describe("XML that no client writes is refused", () => {
  const entity = '<!DOCTYPE x [<!ENTITY e "aaaa">]><Tagging><TagSet>&e;</TagSet></Tagging>';

  test.each([
    ["a document type", entity],
    ["an entity", "<Tagging>&file;</Tagging>"],
    ["no end", "<Tagging><TagSet>"],
    ["ends in another order", "<Tagging><TagSet></Tagging></TagSet>"],
    ["two documents", "<Tagging/><Tagging/>"],
    ["depth", "<a>".repeat(10_000)],
    ["text alone", "Tagging"],
    ["a comment that does not end", "<!--".repeat(100_000)],
    ["a tag that does not end", `<a ${"b ".repeat(1_000_000)}`],
  ])("%s", async (_, body) => {
    const path = `/${Bucket}?tagging`;
    const started = performance.now();
    const url = presign(host, { method: "PUT", path }, signer());
    const answer = await sendRaw(server.url, { method: "PUT", path: url }, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toContain("<Code>MalformedXML</Code>");
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

/** Everything below the folder of objects, finished or not. */
async function keptFiles(): Promise<string[]> {
  const folder = join(server.folder, "objects");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}
