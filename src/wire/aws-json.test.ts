import type * as Sdk from "@aws-sdk/client-cognito-identity-provider";
import {
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  InitiateAuthCommand,
  ListUsersCommand,
  SetUICustomizationCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Served, serve } from "../../test/fixtures/serve.ts";
import { Fault } from "../foundation/fault.ts";
import { type Call, operationsOf } from "./operation.ts";
import { shapes } from "./shapes/cognito-idp.ts";

const operation = operationsOf<typeof Sdk, Call>();
const poolId = "us-east-1_AbC123xyz";
const seen: unknown[] = [];

const operations = [
  operation("AdminGetUser", {
    access: "iam",
    run(input, call) {
      seen.push(input, call);
      if (input.Username === "nobody") {
        throw new Fault("UserNotFoundException", "User does not exist.", {
          reason: { check: "user", expected: "a user", received: "none", change: "create one" },
        });
      }
      if (input.Username === "broken") throw new Error("the roof is on fire");
      if (input.Username === "undeclared") throw new Fault("CodeMismatchException", "Wrong.");
      return {
        Username: input.Username,
        UserCreateDate: new Date(1_700_000_000_123),
        Enabled: true,
        UserAttributes: [{ Name: "name", Value: "Zoë" }],
      };
    },
  }),
  operation("AdminDeleteUser", { access: "iam", run: () => ({}) }),
  operation("ListUsers", { access: "iam", run: () => ({}) }),
  operation("InitiateAuth", {
    access: "public",
    run(input, call) {
      seen.push(input, call);
      return {};
    },
  }),
  operation("SetUICustomization", {
    access: "iam",
    run(input) {
      seen.push(input.ImageFile);
      return { UICustomization: { UserPoolId: input.UserPoolId } };
    },
  }),
];

let server: Served;
let client: CognitoIdentityProviderClient;

beforeAll(async () => {
  const context = (call: Call) => call;
  const constraintFault = "InvalidParameterException";
  server = await serve([{ shapes, operations, constraintFault, context }]);
  const credentials = { accessKeyId: "123456789012", secretAccessKey: "any" };
  client = new CognitoIdentityProviderClient({
    endpoint: `${server.url}/some/base`,
    region: "eu-west-1",
    credentials,
    maxAttempts: 1,
  });
});

afterAll(async () => {
  client.destroy();
  await server.close();
});

test("an SDK client gets typed values back, and the operation typed input", async () => {
  seen.length = 0;
  const user = await client.send(new AdminGetUserCommand({ UserPoolId: poolId, Username: "zoe" }));
  expect(user).toMatchObject({
    Username: "zoe",
    UserCreateDate: new Date(1_700_000_000_123),
    UserAttributes: [{ Name: "name", Value: "Zoë" }],
  });
  const [input, call] = seen;
  expect(input).toEqual({ UserPoolId: poolId, Username: "zoe" });
  expect(call).toEqual({
    tenant: { account: "123456789012", region: "eu-west-1" },
    callerArn: "arn:aws:iam::123456789012:root",
    accessKeyId: "123456789012",
    requestId: user.$metadata.requestId,
  });
});

test("bytes come as bytes", async () => {
  seen.length = 0;
  const ImageFile = new Uint8Array([0, 1, 254, 255]);
  await client.send(new SetUICustomizationCommand({ UserPoolId: poolId, ImageFile }));
  expect(new Uint8Array(seen[0] as Uint8Array)).toEqual(ImageFile);
});

test("a public operation needs no signature, and nulls are absent", async () => {
  seen.length = 0;
  await client.send(
    new InitiateAuthCommand({
      AuthFlow: "REFRESH_TOKEN_AUTH",
      ClientId: "abc",
      AuthParameters: { REFRESH_TOKEN: "t", DEVICE_KEY: null as unknown as string },
    }),
  );
  expect(seen[0]).toMatchObject({ AuthParameters: { REFRESH_TOKEN: "t" } });
  expect(seen[1]).toMatchObject({
    callerArn: "anonymous",
    tenant: { account: "000000000000", region: "us-east-1" },
  });
});

test("a fault arrives as the SDK's exception, with its trace", async () => {
  const error = await failure({ UserPoolId: poolId, Username: "nobody" });
  expect(error).toMatchObject({ name: "UserNotFoundException", message: "User does not exist." });
  expect(error.$metadata.httpStatusCode).toBe(400);
  const trace = server.traces.find(error.$metadata.requestId ?? "");
  expect(trace).toMatchObject({
    kind: "operation",
    subject: "AdminGetUser",
    outcome: { status: 400, text: "UserNotFoundException: User does not exist." },
    steps: [{ check: "user", outcome: "refused", reason: { change: "create one" } }],
  });
});

test("constraints are checked before the operation runs", async () => {
  const error = await failure({ UserPoolId: "nope", Username: "" });
  expect(error.name).toBe("InvalidParameterException");
  expect(error.message).toBe(
    "3 validation errors detected: Value 'nope' at 'userPoolId' failed to satisfy constraint: " +
      "Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+; Value at 'username' " +
      "failed to satisfy constraint: Member must have length greater than or equal to 1; Value " +
      "at 'username' failed to satisfy constraint: Member must satisfy regular expression " +
      "pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+",
  );
});

test("what the operation did not expect is an internal error without details", async () => {
  server.logged.length = 0;
  const lenient = await serve(
    [{ shapes, operations, constraintFault: "InvalidParameterException", context: (call) => call }],
    { strict: false },
  );
  const answer = await post(lenient.url, "AdminGetUser", {
    UserPoolId: poolId,
    Username: "broken",
  });
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({
    __type: "InternalErrorException",
    message: "The server failed to process the request.",
  });
  expect(lenient.logged).toMatchObject([{ level: "error" }]);
  const input = { UserPoolId: poolId, Username: "undeclared" };
  const undeclared = await post(lenient.url, "AdminGetUser", input);
  expect(undeclared.status).toBe(400);
  expect(lenient.logged).toHaveLength(2);
  await lenient.close();
});

test("a fault that the operation does not declare fails loudly in tests", async () => {
  const error = await failure({ UserPoolId: poolId, Username: "undeclared" });
  expect(error.$metadata.httpStatusCode).toBe(500);
  expect(error.message).toContain("AdminGetUser does not declare CodeMismatchException");
});

test("an operation without an output shape answers nothing, with an empty one `{}`", async () => {
  const input = { UserPoolId: poolId, Username: "zoe" };
  const nothing = await post(server.url, "AdminDeleteUser", input);
  expect(await nothing.text()).toBe("");
  const empty = await post(server.url, "ListUsers", { UserPoolId: poolId });
  expect(await empty.text()).toBe("{}");
  expect(empty.headers.get("content-type")).toBe("application/x-amz-json-1.1");
  await client.send(new AdminDeleteUserCommand(input));
  await client.send(new ListUsersCommand({ UserPoolId: poolId }));
});

test("an error carries its code and text in headers too", async () => {
  const answer = await post(server.url, "AdminGetUser", { UserPoolId: poolId, Username: "nobody" });
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/x-amz-json-1.1",
    "x-amzn-errortype": "UserNotFoundException:",
    "x-amzn-errormessage": "User does not exist.",
    "x-amzn-requestid": expect.stringMatching(/^[0-9a-f-]{36}$/),
    "x-gatepool-trace": `/_gatepool/traces/${answer.headers.get("x-amzn-requestid")}`,
  });
});

test("an operation that AWS has and Gatepool has not is refused by name", async () => {
  const command = new DescribeUserPoolCommand({ UserPoolId: poolId });
  await expect(client.send(command)).rejects.toMatchObject({
    name: "NotImplemented",
    message: "Gatepool does not implement cognito-idp DescribeUserPool: see docs/compatibility.md.",
    $metadata: { httpStatusCode: 501 },
  });
});

test("an operation that exists nowhere is unknown", async () => {
  for (const name of ["MakeCoffee", "constructor", "__proto__"]) {
    const answer = await post(server.url, name, {});
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ __type: "UnknownOperationException" });
  }
});

test("without a target, no operation is known", async () => {
  const headers = { "content-type": "application/x-amz-json-1.1" };
  const answer = await fetch(server.url, { method: "POST", headers, body: "{}" });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    __type: "UnknownOperationException",
    message: "Could not find operation POST /.",
  });
});

test("a service that Gatepool does not know is refused by name", async () => {
  const answer = await fetch(server.url, {
    method: "POST",
    headers: { "x-amz-target": "DynamoDB_20120810.ListTables" },
    body: "{}",
  });
  expect(answer.status).toBe(501);
  expect(await answer.text()).toContain("DynamoDB_20120810 ListTables:");
});

test("an unsigned call of a signed operation is refused", async () => {
  const headers = { "x-amz-target": "AWSCognitoIdentityProviderService.AdminGetUser" };
  const answer = await fetch(server.url, { method: "POST", headers, body: "{}" });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    __type: "MissingAuthenticationTokenException",
    message: "Missing Authentication Token",
  });
});

async function failure(input: Sdk.AdminGetUserCommandInput) {
  const error = await client.send(new AdminGetUserCommand(input)).catch((thrown) => thrown);
  return error as Sdk.CognitoIdentityProviderServiceException;
}

function post(url: string, name: string, body: unknown) {
  return fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1; charset=utf-8",
      "x-amz-target": `AWSCognitoIdentityProviderService.${name}`,
      "x-amz-date": "20261120T200000Z",
      authorization:
        "AWS4-HMAC-SHA256 Credential=test/20261120/us-east-1/cognito-idp/aws4_request, " +
        "SignedHeaders=host;x-amz-date, Signature=00",
    },
    body: JSON.stringify(body),
  });
}
