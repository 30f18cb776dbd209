import { execFile, spawnSync } from "node:child_process";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
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
import type { WireRequest } from "./exchange.ts";
import { type Call, operationsOf } from "./operation.ts";
import { shapes as poolShapes } from "./shapes/cognito-idp.ts";
import { shapes as stsShapes } from "./shapes/sts.ts";
import { signRequest } from "./sign-request.ts";
import type { SessionCredentials } from "./signature.ts";

const key = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
};
const account = "111122223333";
const sessionArn = `arn:aws:sts::${account}:assumed-role/deploy/me`;
const input = { UserPoolId: "us-east-1_AbC123xyz", Username: "zoë" };

const prefix = "AWSCognitoIdentityProviderService.";

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
      operationsOf<typeof Sdk, Call>()("AdminDeleteUser", { access: "iam", run: () => ({}) }),
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
let now: number | undefined;

beforeAll(async () => {
  server = await serve(definitions, {
    credentials: [{ ...key, account }],
    resolveSession,
    clock: { now: () => now ?? Date.now() },
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

describe("what was changed on the way is refused", () => {
  const signedAt = Date.UTC(2026, 10, 20, 20, 0, 0);

  test.each([
    ["the body", { body: Buffer.from("{}") }, "x-amz-content-sha256"],
    ["the operation", { headers: { "x-amz-target": `${prefix}AdminDeleteUser` } }, "signature"],
    ["a signed header", { headers: { "content-type": "text/plain" } }, "signature"],
    ["the host", { headers: { host: "elsewhere" } }, "signature"],
    ["the path", { path: "/other" }, "signature"],
    ["the query", { query: "a=b" }, "signature"],
    ["the method", { method: "PUT" }, "signature"],
  ])("%s", async (_, change: Partial<WireRequest>, check) => {
    now = signedAt;
    const signed = signedRequest(signedAt);
    const headers = { ...signed.headers, ...change.headers };
    const answer = await raw({ ...signed, ...change, headers });
    expect(answer).toMatchObject({ __type: "InvalidSignatureException", check });
  });

  test("nothing was changed", async () => {
    now = signedAt;
    expect(await raw(signedRequest(signedAt))).toEqual({
      Username: `arn:aws:iam::${account}:root`,
    });
  });

  test.each([
    [
      -5 * 60_000 - 1000,
      "Signature expired: 20261120T195459Z is now earlier than 20261120T195500Z",
    ],
    [5 * 60_000 + 1000, "Signature not yet current: 20261120T200501Z is still later than"],
  ])("signed %d ms off the server's clock", async (offset, message) => {
    now = signedAt;
    expect(await raw(signedRequest(signedAt + offset))).toMatchObject({
      message: expect.stringContaining(message),
      check: "signature date",
    });
  });

  test("a date that is not the scope's, a header that must be signed", async () => {
    now = signedAt;
    const signed = signedRequest(signedAt);
    const authorization = String(signed.headers.authorization);
    const otherDay = authorization.replace("/20261120/", "/20261119/");
    expect(await raw(withAuthorization(signed, otherDay))).toMatchObject({
      check: "signature date",
    });
    const unsignedTarget = authorization.replace(";x-amz-target", "");
    expect(await raw(withAuthorization(signed, unsignedTarget))).toMatchObject({
      check: "signed headers",
    });
  });

  test.each(["UNSIGNED-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"])(
    "a body that nobody signed: %s",
    async (hash) => {
      now = signedAt;
      const signed = signedRequest(signedAt);
      const headers = { ...signed.headers, "x-amz-content-sha256": hash };
      expect(await raw({ ...signed, headers })).toMatchObject({ check: "x-amz-content-sha256" });
    },
  );

  test.each([
    ["AWS4-HMAC-SHA256 garbage", "Authorization header requires 'Credential' parameter."],
    ["AWS4-ECDSA-P256-SHA256 Credential=x", "Unsupported AWS 'algorithm'"],
    [
      "AWS4-HMAC-SHA256 Credential=undefined/x, SignedHeaders=host, Signature=0",
      "Credential must have at least 5 slash-delimited elements",
    ],
  ])("%s", async (authorization, message) => {
    expect(await raw(withAuthorization(signedRequest(signedAt), authorization))).toMatchObject({
      __type: "IncompleteSignatureException",
      message: expect.stringContaining(message),
    });
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
    now = undefined;
    expect(await runBoto(form, secret)).toContain(expected);
  });
});

function pools(credentials: Credentials) {
  now = undefined;
  return new CognitoIdentityProviderClient({ ...settings(), credentials });
}

function stsOf(credentials: Credentials) {
  now = undefined;
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

/** A request as our own signer signs it. */
function signedRequest(at: number): WireRequest {
  const body = Buffer.from(JSON.stringify(input));
  const request = {
    method: "POST",
    path: "/a//b/../ü/",
    query: "b=2&a=%20&a=1",
    headers: {
      host: new URL(server.url).host,
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `${prefix}AdminGetUser`,
    },
    body,
  };
  const encoded = { ...request, path: encodeURI(request.path) };
  const signer = { ...key, region: "us-east-1", service: "cognito-idp" };
  return { ...encoded, headers: signRequest(encoded, signer, at) };
}

function withAuthorization(request: WireRequest, authorization: string): WireRequest {
  return { ...request, headers: { ...request.headers, authorization } };
}

/** Sends exactly this; answers the body, and what the trace says was checked. */
async function raw({ method, path, query, headers, body }: WireRequest): Promise<object> {
  const sent = httpRequest(server.url, { method, path: `${path}?${query}`, headers });
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.once("response", resolve).once("error", reject).end(body);
  });
  const parsed: object = JSON.parse(String(await buffer(answer)));
  const trace = server.traces.find(String(answer.headers["x-amzn-requestid"]));
  return { ...parsed, ...(trace && { check: trace.steps[0]?.check }) };
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
