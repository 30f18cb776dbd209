import type * as Iam from "@aws-sdk/client-iam";
import {
  CreateRoleCommand,
  DeleteRoleCommand,
  GetRoleCommand,
  GetUserCommand,
  IAMClient,
  ListRolesCommand,
} from "@aws-sdk/client-iam";
import type * as Sts from "@aws-sdk/client-sts";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Served, serve } from "../../test/fixtures/serve.ts";
import { Fault } from "../foundation/fault.ts";
import { type Call, operationsOf } from "./operation.ts";
import { shapes as iamShapes } from "./shapes/iam.ts";
import { shapes as stsShapes } from "./shapes/sts.ts";

const iamOperation = operationsOf<typeof Iam, Call>();
const stsOperation = operationsOf<typeof Sts, Call>();
const seen: unknown[] = [];

const iamOperations = [
  iamOperation("CreateRole", {
    access: "iam",
    run(input) {
      seen.push(input);
      const { RoleName } = input;
      return {
        Role: {
          RoleName,
          Path: "/",
          RoleId: "AROAX",
          Arn: `arn:aws:iam::000000000000:role/${RoleName}`,
          CreateDate: new Date(1_700_000_000_000),
          Description: input.Description,
          Tags: input.Tags?.map(({ Key, Value }) => ({ Key, Value })),
        },
      };
    },
  }),
  iamOperation("GetRole", {
    access: "iam",
    run({ RoleName }) {
      throw new Fault("NoSuchEntityException", `The role with name ${RoleName} cannot be found.`);
    },
  }),
  iamOperation("DeleteRole", { access: "iam", run: () => ({}) }),
  iamOperation("ListRoles", {
    access: "iam",
    run(input) {
      seen.push(input);
      return { Roles: [], IsTruncated: false };
    },
  }),
];

const stsOperations = [
  stsOperation("GetCallerIdentity", {
    access: "iam",
    run: (_, call) => ({ Account: call.tenant.account, Arn: call.callerArn }),
  }),
  stsOperation("AssumeRole", {
    access: "iam",
    run(input) {
      seen.push(input);
      return {};
    },
  }),
];

let server: Served;
let iam: IAMClient;
let sts: STSClient;

beforeAll(async () => {
  const rest = { constraintFault: "ValidationError", context: (call: Call) => call };
  server = await serve([
    { shapes: iamShapes, operations: iamOperations, ...rest },
    { shapes: stsShapes, operations: stsOperations, ...rest },
  ]);
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const settings = { endpoint: server.url, region: "us-east-1", credentials, maxAttempts: 1 };
  iam = new IAMClient(settings);
  sts = new STSClient(settings);
});

afterAll(async () => {
  iam.destroy();
  sts.destroy();
  await server.close();
});

const policy = `{"Statement": ["a & b", "<c>", "ü\\r\\n"]}`;

test("nested members come in, and XML that holds any text goes out", async () => {
  seen.length = 0;
  const Tags = [
    { Key: "one", Value: "1" },
    { Key: "two", Value: "" },
  ];
  const Description = "<&>\"' zwölf";
  const command = { RoleName: "r", AssumeRolePolicyDocument: policy, Description, Tags };
  const answer = await iam.send(new CreateRoleCommand(command));
  expect(seen[0]).toEqual(command);
  expect(answer.Role).toMatchObject({
    Description,
    Tags,
    CreateDate: new Date(1_700_000_000_000),
  });
});

test("an empty list is empty, and numbers and booleans have their kinds", async () => {
  seen.length = 0;
  await iam.send(
    new CreateRoleCommand({ RoleName: "r", AssumeRolePolicyDocument: policy, Tags: [] }),
  );
  expect(seen[0]).toMatchObject({ Tags: [] });
  const answer = await iam.send(new ListRolesCommand({ MaxItems: 5 }));
  expect(seen[1]).toEqual({ MaxItems: 5 });
  expect(answer).toMatchObject({ Roles: [], IsTruncated: false });
});

test("lists of structures come in by their numbers", async () => {
  seen.length = 0;
  const input = {
    RoleArn: "arn:aws:iam::000000000000:role/deploy",
    RoleSessionName: "session",
    PolicyArns: [{ arn: "arn:aws:iam::aws:policy/A" }, { arn: "arn:aws:iam::aws:policy/B" }],
    DurationSeconds: 900,
  };
  await sts.send(new AssumeRoleCommand(input));
  expect(seen[0]).toEqual(input);
});

test("a fault carries its code on the wire and its status", async () => {
  await expect(iam.send(new GetRoleCommand({ RoleName: "r" }))).rejects.toMatchObject({
    name: "NoSuchEntityException",
    message: "The role with name r cannot be found.",
    $metadata: { httpStatusCode: 404 },
  });
  const answer = await post({ Action: "GetRole", Version: "2010-05-08", RoleName: "r" });
  expect(answer.headers.get("content-type")).toBe("text/xml");
  const requestId = answer.headers.get("x-amzn-requestid");
  expect(await answer.text()).toBe(
    '<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type>' +
      "<Code>NoSuchEntity</Code><Message>The role with name r cannot be found.</Message></Error>" +
      `<RequestId>${requestId}</RequestId></ErrorResponse>\n`,
  );
});

test("an operation without output answers with metadata alone", async () => {
  const answer = await post({ Action: "DeleteRole", Version: "2010-05-08", RoleName: "r" });
  expect(await answer.text()).toBe(
    '<DeleteRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ResponseMetadata>' +
      `<RequestId>${answer.headers.get("x-amzn-requestid")}</RequestId></ResponseMetadata>` +
      "</DeleteRoleResponse>\n",
  );
  await iam.send(new DeleteRoleCommand({ RoleName: "r" }));
});

test("constraints use the service's code", async () => {
  const RoleName = "x".repeat(65);
  await expect(iam.send(new GetRoleCommand({ RoleName }))).rejects.toMatchObject({
    name: "ValidationError",
    message:
      `1 validation error detected: Value '${RoleName}' at 'roleName' failed to satisfy ` +
      "constraint: Member must have length less than or equal to 64",
  });
});

test("two services of the protocol are told apart by scope, or by version", async () => {
  const identity = await sts.send(new GetCallerIdentityCommand({}));
  expect(identity).toMatchObject({
    Account: "000000000000",
    Arn: "arn:aws:iam::000000000000:root",
  });
  const body = "Action=GetCallerIdentity&Version=2011-06-15";
  const unsigned = await fetch(server.url, { method: "POST", body: new URLSearchParams(body) });
  expect(unsigned.status).toBe(403);
  expect(await unsigned.text()).toContain("<Code>MissingAuthenticationToken</Code>");
});

test("what is not there is refused by name, what exists nowhere is an invalid action", async () => {
  await expect(iam.send(new GetUserCommand({}))).rejects.toMatchObject({
    name: "NotImplemented",
    $metadata: { httpStatusCode: 501 },
  });
  const unknown = await post({ Action: "MakeCoffee", Version: "2010-05-08" });
  expect(unknown.status).toBe(400);
  expect(await unknown.text()).toContain("<Code>InvalidAction</Code>");
});

test("text of the wrong kind, and too many parameters, are malformed input", async () => {
  const wrong = await post({ Action: "ListRoles", Version: "2010-05-08", MaxItems: "many" });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain("<Code>MalformedInput</Code>");
  const tags = Array.from({ length: 10_001 }, (_, index) => [`Tags.member.${index}.Key`, "k"]);
  const many = await post({ Action: "CreateRole", ...Object.fromEntries(tags) });
  expect(many.status).toBe(400);
});

function post(form: Record<string, string>) {
  return fetch(server.url, {
    method: "POST",
    headers: {
      "x-amz-date": "20261120T200000Z",
      authorization:
        "AWS4-HMAC-SHA256 Credential=test/20261120/us-east-1/iam/aws4_request, " +
        "SignedHeaders=host;x-amz-date, Signature=00",
    },
    body: new URLSearchParams(form),
  });
}
