import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { CreateFunctionCommand, InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "../../src/foundation/clock.ts";
import { awsEnvironment, noProfiles, pythonWithBoto3 } from "../fixtures/aws-programs.ts";
import { gatepool } from "../fixtures/command-line.ts";
import { run } from "../fixtures/gatepool.ts";
import { temporaryServer } from "../fixtures/server.ts";

// AWS's own programs keep objects here, at the server's address and at AWS's.

const boto3Program = fileURLToPath(new URL("boto3-buckets.py", import.meta.url));
let server: Awaited<ReturnType<typeof temporaryServer>>;

beforeAll(async () => {
  server = await temporaryServer({}, systemClock);
});

afterAll(() => server.close());

const direct = (...[program = "", ...args]: string[]) =>
  run(program, args, { ...awsEnvironment, ...noProfiles, AWS_ENDPOINT_URL: server.url });
const proxied = (...command: string[]) =>
  gatepool(["exec", "--url", server.url, "--", ...command], noProfiles);
const unconfigured = (...command: string[]) => proxied("env", "-u", "AWS_ENDPOINT_URL", ...command);

describe.each([
  ["at the server's address", direct],
  ["at AWS's address, by the proxy", unconfigured],
])("%s", (where, call) => {
  test("boto3 sends in parts, with checksums, lists, copies and presigns", async () => {
    const answer = await call(await pythonWithBoto3(), boto3Program);
    expect(answer).toEqual({ code: 0, stdout: "all well\n", stderr: "" });
  });

  test("the AWS CLI makes a bucket, copies, syncs, lists and removes", async () => {
    const name = where.includes("proxy") ? "cli-by-proxy" : "cli-bucket";
    const folder = join(server.dataDir, name);
    await mkdir(join(folder, "out/deep"), { recursive: true });
    await writeFile(join(folder, "out/deep/a.txt"), "a");
    await writeFile(join(folder, "out/b.bin"), Buffer.alloc(9 * 1024 * 1024, "b"));
    const aws = async (...args: string[]) => {
      const answer = await call("aws", "s3", ...args);
      expect(answer, args.join(" ")).toMatchObject({ code: 0, stderr: "" });
      return answer.stdout;
    };
    await aws("mb", `s3://${name}`);
    await aws("sync", join(folder, "out"), `s3://${name}/in`);
    expect(await aws("sync", join(folder, "out"), `s3://${name}/in`)).toBe("");
    const listed = await aws("ls", "--recursive", `s3://${name}`);
    expect(listed.split("\n").map((line) => line.slice(20).trim())).toEqual([
      "9437184 in/b.bin",
      "1 in/deep/a.txt",
      "",
    ]);
    expect(await aws("ls", `s3://${name}/in/`)).toContain("PRE deep/");
    await aws("cp", `s3://${name}/in/b.bin`, join(folder, "back.bin"));
    expect((await readFile(join(folder, "back.bin"))).length).toBe(9 * 1024 * 1024);
    await aws("rb", "--force", `s3://${name}`);
  });
});

test("a function is made of code that lies in a bucket", async () => {
  const config = {
    endpoint: server.url,
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  };
  const s3 = new S3Client(config);
  const lambda = new LambdaClient(config);
  const iam = new IAMClient(config);
  const Principal = { Service: "lambda.amazonaws.com" };
  const Statement = [{ Effect: "Allow", Action: "sts:AssumeRole", Principal }];
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName: "from-bucket",
      AssumeRolePolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement }),
    }),
  );
  await s3.send(new CreateBucketCommand({ Bucket: "code" }));
  const Body = zipSync({ "app.py": strToU8("def handler(event, context):\n    return 'here'\n") });
  await s3.send(new PutObjectCommand({ Bucket: "code", Key: "app.zip", Body }));
  const create = (S3Key: string) =>
    lambda.send(
      new CreateFunctionCommand({
        ...{ FunctionName: "from-bucket", Runtime: "python3.13", Handler: "app.handler" },
        Role: Role?.Arn,
        Code: { S3Bucket: "code", S3Key },
      }),
    );
  await expect(create("none.zip")).rejects.toThrow("S3 Error Code: NoSuchKey");
  await create("app.zip");
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName: "from-bucket" }));
  expect(Buffer.from(Payload ?? []).toString()).toBe('"here"');
  iam.destroy();
  s3.destroy();
  lambda.destroy();
});
