import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type AccessServer,
  accessServer,
  clientConfig,
  trusting,
} from "../../test/fixtures/access.ts";
import type { TemporaryCredentials } from "./index.ts";

let server: AccessServer;

beforeAll(async () => {
  server = await accessServer();
  const policy = trusting({ Service: "lambda.amazonaws.com" });
  const role = { RoleName: "hello", Path: "/app/", AssumeRolePolicyDocument: policy };
  await server.iam.send(new CreateRoleCommand(role));
});

afterAll(() => server.close());

const lambda = "lambda.amazonaws.com";

test("a service may assume a role that trusts it", async () => {
  const { access } = server;
  expect(await access.canAssume("arn:aws:iam::000000000000:role/app/hello", lambda)).toBe(true);
});

test.each([
  ["arn:aws:iam::000000000000:role/app/hello", "apigateway.amazonaws.com"],
  ["arn:aws:iam::000000000000:role/absent", lambda],
  ["arn:aws:iam::000000000000:role/hello", lambda],
  ["arn:aws:iam::000000000000:role/app/Hello", lambda],
  ["arn:aws:iam::111122223333:role/app/hello", lambda],
  ["not an ARN", lambda],
])("%s may not be assumed by %s", async (roleArn, service) => {
  expect(await server.access.canAssume(roleArn, service)).toBe(false);
});

test("credentials are made for roles of the function's own account only", () => {
  const tenant = { account: "111122223333", region: "us-east-1" };
  const foreign = () => server.access.credentialsFor("arn:aws:iam::000000000000:role/x", tenant);
  expect(foreign).toThrow("is not the ARN of a role of account 111122223333");
});

describe("where signatures are verified", () => {
  let now = Date.now();
  let verifying: AccessServer;
  const key = { accessKeyId: "AKIAKNOWN", secretAccessKey: "right" };
  const roleArn = "arn:aws:iam::111122223333:role/hello";
  const tenant = { account: "111122223333", region: "us-east-1" };

  beforeAll(async () => {
    const clock = { now: () => now };
    const credentials = [{ ...key, account: "111122223333" }];
    verifying = await accessServer({ clock, credentials });
    const iam = new IAMClient({ ...clientConfig(verifying.url), credentials: key });
    const policy = trusting({ Service: "lambda.amazonaws.com" });
    const role = { RoleName: "hello", AssumeRolePolicyDocument: policy };
    await iam.send(new CreateRoleCommand(role));
    iam.destroy();
  });

  afterAll(() => verifying.close());

  async function identify(credentials: Partial<TemporaryCredentials>) {
    const issued = verifying.access.credentialsFor(roleArn, tenant);
    const signedWith = { ...issued, ...credentials };
    const config = { ...clientConfig(verifying.url), credentials: signedWith };
    const sts = new STSClient(config);
    try {
      return await sts.send(new GetCallerIdentityCommand());
    } finally {
      sts.destroy();
    }
  }

  test("temporary credentials name their account and role", async () => {
    expect(await identify({})).toMatchObject({
      Account: "111122223333",
      Arn: "arn:aws:sts::111122223333:assumed-role/hello/gatepool",
    });
  });

  test("a wrong secret is refused", async () => {
    await expect(identify({ secretAccessKey: "wrong" })).rejects.toMatchObject({
      name: "SignatureDoesNotMatch",
      $metadata: { httpStatusCode: 403 },
    });
  });

  test("a forged or altered token is refused", async () => {
    const { sessionToken } = verifying.access.credentialsFor(roleArn, tenant);
    const invalid = { name: "InvalidClientTokenId", $metadata: { httpStatusCode: 403 } };
    await expect(identify({ sessionToken: "forged" })).rejects.toMatchObject(invalid);
    // Sealed here, but for another access key.
    await expect(identify({ sessionToken })).rejects.toMatchObject(invalid);
  });

  test("an expired token is refused", async () => {
    const expired = verifying.access.credentialsFor(roleArn, tenant);
    now = expired.expiresAt;
    await expect(identify(expired)).rejects.toMatchObject({
      name: "ExpiredToken",
      $metadata: { httpStatusCode: 403 },
    });
  });
});
