import {
  CreateBucketCommand,
  GetObjectCommand,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noProfiles } from "../fixtures/aws-programs.ts";
import { movableClock } from "../fixtures/clock.ts";
import { run } from "../fixtures/gatepool.ts";
import { type ObjectsServer, objectsServer } from "../fixtures/objects.ts";
import { presign, sendRaw } from "../fixtures/signed-request.ts";

// A presigned URL opens one thing, in one way, for a while, to whoever has it.

const key = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret", account: "111122223333" };
const clock = movableClock();
let server: ObjectsServer;
let s3: S3Client;
let host: string;
const Bucket = "shared";

beforeAll(async () => {
  server = await objectsServer({ credentials: [key], clock });
  s3 = server.clientWith({ credentials: key });
  host = new URL(server.url).host;
  await s3.send(new CreateBucketCommand({ Bucket }));
});

afterAll(() => server.close());

const signer = () => ({ ...key, now: clock.now() });
const read = async (Key: string) =>
  (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();

describe("a URL of Signature Version 4", () => {
  const path = `/${Bucket}/shared`;

  beforeAll(() => s3.send(new PutObjectCommand({ Bucket, Key: "shared", Body: "shared" })));

  test("opens what it is for", async () => {
    const url = presign(host, { method: "GET", path }, signer());
    const answer = await sendRaw(server.url, { method: "GET", path: url });
    expect(answer).toMatchObject({ status: 200, body: "shared" });
    const put = presign(host, { method: "PUT", path: `/${Bucket}/put` }, signer());
    expect(await sendRaw(server.url, { method: "PUT", path: put }, "by URL")).toMatchObject({
      status: 200,
    });
    expect(await read("put")).toBe("by URL");
  });

  test("opens nothing once its time is over", async () => {
    const signed = { ...signer(), now: clock.now() - 61_000 };
    const url = presign(host, { method: "GET", path }, signed);
    const answer = await sendRaw(server.url, { method: "GET", path: url });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain("<Code>AccessDenied</Code><Message>Request has expired");
  });

  test.each([
    ["for another object", (url: string) => url.replace("/shared", "/sharee"), "GET"],
    ["for longer", (url: string) => url.replace("Expires=60", "Expires=600"), "GET"],
    ["to write", (url: string) => url, "PUT"],
    ["with another query", (url: string) => `${url}&response-content-type=text/html`, "GET"],
  ])("opens nothing %s", async (_, change, method) => {
    const url = change(presign(host, { method: "GET", path }, signer()));
    const answer = await sendRaw(server.url, { method, path: url }, method === "PUT" ? "x" : "");
    expect(answer.status).toBe(403);
    expect(answer.body).toContain("<Code>SignatureDoesNotMatch</Code>");
    expect(await read("shared")).toBe("shared");
  });
});

describe("a URL that is presigned as AWS's own CLI does it", () => {
  const environment = {
    ...noProfiles,
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    AWS_DEFAULT_REGION: "us-east-1",
  };

  async function presignByCli(name: string): Promise<string> {
    const place = ["--endpoint-url", server.url, "--expires-in", "60"];
    const args = ["s3", "presign", `s3://${Bucket}/${name}`, ...place];
    const { stdout } = await run("aws", args, environment);
    return stdout.trim().slice(server.url.length);
  }

  test("opens what it is for, nothing else, and nothing once its time is over", async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: "ü 1", Body: "shared" }));
    const path = await presignByCli("ü 1");
    expect(path).toContain("AWSAccessKeyId=");
    const get = (url: string) => sendRaw(server.url, { method: "GET", path: url });
    expect(await get(path)).toMatchObject({ status: 200, body: "shared" });
    const changes = [
      path.replace("%201?", "%202?"),
      path.replace(/Expires=\d/, "Expires=9"),
      `${path}&versionId=null`,
      `${path}&x-amz-meta-colour=red`,
    ];
    for (const changed of changes) {
      const answer = await get(changed);
      expect(answer.status, changed).toBe(403);
      expect(answer.body).toContain("<Code>SignatureDoesNotMatch</Code>");
    }
    clock.advance(61_000);
    expect((await get(path)).body).toContain("<Message>Request has expired</Message>");
  });
});
