import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import type * as Sdk from "@aws-sdk/client-cognito-identity-provider";
import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import type * as Sts from "@aws-sdk/client-sts";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, serve } from "../../test/fixtures/serve.ts";
import { type Call, operationsOf } from "./operation.ts";
import { shapes as poolShapes } from "./shapes/cognito-idp.ts";
import { shapes as stsShapes } from "./shapes/sts.ts";
import type { SessionCredentials } from "./signature.ts";

const key = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
};
const account = "111122223333";
const sessionArn = `arn:aws:sts::${account}:assumed-role/deploy/me`;
const input = { UserPoolId: "us-east-1_AbC123xyz", Username: "zoë" };

const prefix = "AWSCognitoIdentityProviderService.";

const presigned =
  "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=k/20261120/us-east-1/sts/aws4_request" +
  "&X-Amz-SignedHeaders=host&X-Amz-Signature=0&X-Amz-Date=20261120T200000Z";

const definitions = [
  {
    shapes: poolShapes,
    constraintFault: "InvalidParameterException",
    context: (call: Call) => call,
    operations: [
      operationsOf<typeof Sdk, Call>()("AdminGetUser", {
        access: "iam",
        run: (_, call) => ({ Username: call.callerArn }),
      }),
    ],
  },
  {
    shapes: stsShapes,
    constraintFault: "ValidationError",
    context: (call: Call) => call,
    operations: [
      operationsOf<typeof Sts, Call>()("GetCallerIdentity", {
        access: "iam",
        run: (_, call) => ({ Account: call.tenant.account, Arn: call.callerArn }),
      }),
    ],
  },
];

/** Two sessions of one secret: `good` holds, `old` has expired, no other was issued. */
const resolveSession: SessionCredentials = (_, sessionToken) => {
  if (sessionToken === "old") return "expired";
  if (sessionToken !== "good") return undefined;
  const { secretAccessKey } = key;
  return { secretAccessKey, account, callerArn: sessionArn, expiresAt: 0 };
};

let server: Served;

beforeAll(async () => {
  server = await serve(definitions, {
    credentials: [{ ...key, account }],
    resolveSession,
  });
});

afterAll(() => server.close());

describe("SDK v3", () => {
  test("the right key passes, with headers and in query services too", async () => {
    const user = await pools(key).send(new AdminGetUserCommand(input));
    expect(user.Username).toBe(`arn:aws:iam::${account}:root`);
    const identity = await stsOf(key).send(new GetCallerIdentityCommand({}));
    expect(identity.Account).toBe(account);
  });

  test("a session token that was issued here passes, as the role's", async () => {
    const user = await pools({ ...key, sessionToken: "good" }).send(new AdminGetUserCommand(input));
    expect(user.Username).toBe(sessionArn);
  });

  test.each([
    ["a wrong secret", { ...key, secretAccessKey: "wrong" }, "InvalidSignatureException"],
    ["an unknown key", { ...key, accessKeyId: "AKIAOTHER" }, "UnrecognizedClientException"],
    ["a key of twelve digits", { ...key, accessKeyId: account }, "UnrecognizedClientException"],
    ["an unknown session", { ...key, sessionToken: "x" }, "UnrecognizedClientException"],
    ["an expired session", { ...key, sessionToken: "old" }, "ExpiredTokenException"],
    ["a key called undefined", { ...key, accessKeyId: "undefined" }, "UnrecognizedClientException"],
  ])("%s is refused", async (_, credentials, name) => {
    const call = pools(credentials).send(new AdminGetUserCommand(input));
    await expect(call).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
  });

  test("query services have codes of their own, and answer 403", async () => {
    const wrong = stsOf({ ...key, secretAccessKey: "wrong" });
    await expect(wrong.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: "SignatureDoesNotMatch",
      message: expect.stringMatching(/^The request signature we calculated does not match/),
      $metadata: { httpStatusCode: 403 },
    });
    const unknown = stsOf({ ...key, accessKeyId: "AKIAOTHER" });
    await expect(unknown.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: "InvalidClientTokenId",
    });
  });

  test("a refusal tells AWS's canonical string, and its trace what to change", async () => {
    const wrong = pools({ ...key, secretAccessKey: "wrong", sessionToken: "good" });
    const error = await wrong.send(new AdminGetUserCommand(input)).catch((thrown) => thrown);
    expect(error.message).toContain(
      "The Canonical String for this request should have been\n'POST",
    );
    expect(error.message).toContain("\n\nThe String-to-Sign should have been\n'AWS4-HMAC-SHA256\n");
    const trace = server.traces.find(error.$metadata.requestId);
    expect(trace?.steps[0]).toMatchObject({ check: "signature", outcome: "refused" });
    expect(JSON.stringify(trace)).not.toContain("good");
  });
});

describe("signatures that cannot be read", () => {
  test.each([
    ["AWS4-HMAC-SHA256 garbage", "Authorization header requires 'Credential' parameter."],
    ["AWS4-ECDSA-P256-SHA256 Credential=x", "Unsupported AWS 'algorithm'"],
    [
      "AWS4-HMAC-SHA256 Credential=undefined/x, SignedHeaders=host, Signature=0",
      "Credential must have at least 5 slash-delimited elements",
    ],
    [
      "AWS4-HMAC-SHA256 Credential=k/20261120/../sts/aws4_request, SignedHeaders=a, Signature=0",
      "Credential names no region and service",
    ],
  ])("%s", async (authorization, message) => {
    const headers = { authorization, "x-amz-target": `${prefix}AdminGetUser` };
    const answer = await fetch(server.url, { method: "POST", headers, body: "{}" });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      __type: "IncompleteSignatureException",
      message: expect.stringContaining(message),
    });
  });

  test.each([
    ["X-Amz-Algorithm=AWS4-HMAC-SHA256", "AWS query-string parameters must include"],
    ["X-Amz-Algorithm=other&X-Amz-Signature=0", "Unsupported AWS 'algorithm'"],
    [`${presigned}&X-Amz-Expires=999999999`, "X-Amz-Expires must be a number of seconds"],
  ])("?%s", async (query, message) => {
    const action = "Action=GetCallerIdentity&Version=2011-06-15";
    const answer = await fetch(`${server.url}/?${action}&${query}`);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain(message);
  });
});

const hasBoto = spawnSync("python3", ["-c", "import boto3"]).status === 0;

describe.skipIf(!hasBoto)("boto3 (skipped where python3 has none)", () => {
  test.each([
    ["header", key.secretAccessKey, `arn:aws:iam::${account}:root`],
    ["header", "wrong", "SignatureDoesNotMatch"],
    ["query", key.secretAccessKey, `arn:aws:iam::${account}:root`],
    ["query", "wrong", "SignatureDoesNotMatch"],
    ["pools", key.secretAccessKey, `arn:aws:iam::${account}:root`],
    ["pools", "wrong", "InvalidSignatureException"],
  ])("signed in the %s with %s: %s", async (form, secret, expected) => {
    expect(await runBoto(form, secret)).toContain(expected);
  });
});

function pools(credentials: Credentials) {
  return new CognitoIdentityProviderClient({ ...settings(), credentials });
}

function stsOf(credentials: Credentials) {
  return new STSClient({ ...settings(), credentials });
}

interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

function settings() {
  return { endpoint: server.url, region: "us-east-1", maxAttempts: 1 };
}

const botoScript = `
import sys, urllib.request, urllib.error, boto3, botocore.exceptions
form, url, key, secret = sys.argv[1:]
def client(name):
    return boto3.client(name, endpoint_url=url, region_name="us-east-1",
                        aws_access_key_id=key, aws_secret_access_key=secret)
try:
    if form == "pools":
        pool = "us-east-1_AbC123xyz"
        print(client("cognito-idp").admin_get_user(UserPoolId=pool, Username="zoe")["Username"])
    elif form == "header":
        print(client("sts").get_caller_identity()["Arn"])
    else:
        link = client("sts").generate_presigned_url("get_caller_identity", HttpMethod="GET")
        print(urllib.request.urlopen(link).read())
except botocore.exceptions.ClientError as error:
    print(error)
except urllib.error.HTTPError as error:
    print(error.read())
`;

async function runBoto(form: string, secret: string): Promise<string> {
  const { accessKeyId } = key;
  const parameters = ["-c", botoScript, form, server.url, accessKeyId, secret];
  const { stdout } = await promisify(execFile)("python3", parameters);
  return stdout;
}
