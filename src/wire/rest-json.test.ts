import type * as Apis from "@aws-sdk/client-apigatewayv2";
import {
  ApiGatewayV2Client,
  CreateApiCommand,
  DeleteApiCommand,
  GetApiCommand,
  GetApisCommand,
  ImportApiCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-apigatewayv2";
import type * as Lambda from "@aws-sdk/client-lambda";
import { GetFunctionCommand, InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Served, serve } from "../../test/fixtures/serve.ts";
import { Fault } from "../foundation/fault.ts";
import { type Call, operationsOf } from "./operation.ts";
import { shapes as apiShapes } from "./shapes/apigatewayv2.ts";
import { shapes as lambdaShapes } from "./shapes/lambda.ts";

const apiOperation = operationsOf<typeof Apis, Call>();
const lambdaOperation = operationsOf<typeof Lambda, Call>();
const seen: unknown[] = [];

const apiOperations = [
  apiOperation("CreateApi", {
    access: "iam",
    run(input) {
      seen.push(input);
      const { Name, ProtocolType, Tags } = input;
      return { ApiId: "abc", Name, ProtocolType, Tags, CreatedDate: new Date(1_700_000_000_000) };
    },
  }),
  apiOperation("GetApi", {
    access: "iam",
    run({ ApiId }) {
      throw new Fault("NotFoundException", `Invalid API identifier specified ${ApiId}`, {
        members: { resourceType: "Api" },
      });
    },
  }),
  apiOperation("GetApis", {
    access: "iam",
    run(input) {
      seen.push(input);
      return { Items: [] };
    },
  }),
  apiOperation("DeleteApi", { access: "iam", run: () => ({}) }),
  apiOperation("TagResource", {
    access: "iam",
    run(input) {
      seen.push(input);
      return {};
    },
  }),
  apiOperation("UntagResource", {
    access: "iam",
    run(input) {
      seen.push(input);
      return {};
    },
  }),
];

const lambdaOperations = [
  lambdaOperation("Invoke", {
    access: "iam",
    run(input) {
      seen.push(input);
      if (input.InvocationType === "Event") return { StatusCode: 202 };
      const { Payload } = input;
      return { StatusCode: 200, FunctionError: "Unhandled", ExecutedVersion: "$LATEST", Payload };
    },
  }),
  lambdaOperation("GetFunction", {
    access: "iam",
    run({ FunctionName }) {
      throw new Fault("ResourceNotFoundException", `Function not found: ${FunctionName}`);
    },
  }),
];

let server: Served;
let apis: ApiGatewayV2Client;
let lambda: LambdaClient;

beforeAll(async () => {
  const context = (call: Call) => call;
  server = await serve([
    {
      shapes: apiShapes,
      operations: apiOperations,
      constraintFault: "BadRequestException",
      context,
    },
    {
      shapes: lambdaShapes,
      operations: lambdaOperations,
      constraintFault: "ValidationException",
      context,
    },
  ]);
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const settings = { endpoint: server.url, region: "us-east-1", credentials, maxAttempts: 1 };
  apis = new ApiGatewayV2Client(settings);
  lambda = new LambdaClient(settings);
});

afterAll(async () => {
  apis.destroy();
  lambda.destroy();
  await server.close();
});

test("JSON members have their wire names, times are ISO 8601, creation answers 201", async () => {
  seen.length = 0;
  const input = {
    Name: "api",
    ProtocolType: "HTTP",
    Tags: { "a b": "c", __proto__x: "d" },
  } as const;
  const answer = await apis.send(new CreateApiCommand(input));
  expect(seen[0]).toEqual(input);
  expect(answer).toMatchObject({ ...input, CreatedDate: new Date(1_700_000_000_000) });
  expect(answer.$metadata.httpStatusCode).toBe(201);
  const raw = await send("POST", "/v2/apis", "apigateway", { name: "api", protocolType: "HTTP" });
  expect(await raw.json()).toEqual({
    apiId: "abc",
    name: "api",
    protocolType: "HTTP",
    createdDate: "2023-11-14T22:13:20Z",
  });
});

test("query parameters come in, one by one and as lists", async () => {
  seen.length = 0;
  await apis.send(new GetApisCommand({ MaxResults: "10", NextToken: "a b+c/d" }));
  expect(seen[0]).toEqual({ MaxResults: "10", NextToken: "a b+c/d" });
  const ResourceArn = "arn:aws:apigateway:us-east-1::/apis/abc";
  await apis.send(new UntagResourceCommand({ ResourceArn, TagKeys: ["one", "two & three"] }));
  expect(seen[1]).toEqual({ ResourceArn, TagKeys: ["one", "two & three"] });
  const answer = await apis.send(new TagResourceCommand({ ResourceArn, Tags: { one: "1" } }));
  expect(seen[2]).toEqual({ ResourceArn, Tags: { one: "1" } });
  expect(answer.$metadata.httpStatusCode).toBe(201);
});

test("an answer without content is empty", async () => {
  const answer = await apis.send(new DeleteApiCommand({ ApiId: "abc" }));
  expect(answer.$metadata.httpStatusCode).toBe(204);
});

test("a fault has its status, its header, and its message under the shape's name", async () => {
  await expect(apis.send(new GetApiCommand({ ApiId: "abc" }))).rejects.toMatchObject({
    name: "NotFoundException",
    message: "Invalid API identifier specified abc",
    ResourceType: "Api",
    $metadata: { httpStatusCode: 404 },
  });
  const raw = await send("GET", "/v2/apis/abc/", "apigateway");
  expect(raw.headers.get("x-amzn-errortype")).toBe("NotFoundException");
  const lambdaFault = lambda.send(new GetFunctionCommand({ FunctionName: "f" }));
  await expect(lambdaFault).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  const rawLambda = await send("GET", "/2015-03-31/functions/f", "lambda");
  expect(rawLambda.status).toBe(404);
  expect(await rawLambda.json()).toEqual({ Type: "User", Message: "Function not found: f" });
});

test("a payload is the body itself, both ways, and headers and status are members", async () => {
  seen.length = 0;
  const Payload = new TextEncoder().encode('{"a": "ü"}');
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName: "f:1", InvocationType: "RequestResponse", Payload }),
  );
  expect(seen[0]).toMatchObject({ FunctionName: "f:1", InvocationType: "RequestResponse" });
  expect(answer).toMatchObject({ StatusCode: 200, FunctionError: "Unhandled" });
  expect(answer.Payload?.transformToString()).toBe('{"a": "ü"}');
  const event = await lambda.send(
    new InvokeCommand({ FunctionName: "f", InvocationType: "Event" }),
  );
  expect(event.StatusCode).toBe(202);
});

test("constraints of what stands in the path are checked too", async () => {
  const command = new GetFunctionCommand({ FunctionName: "no such/name!" });
  await expect(lambda.send(command)).rejects.toMatchObject({
    name: "ValidationException",
    message: expect.stringMatching(
      /^1 validation error detected: Value 'no such\/name!' at 'functi/,
    ),
  });
});

test("what is not there is refused by name, in either version of the API", async () => {
  await expect(apis.send(new ImportApiCommand({ Body: "{}" }))).rejects.toMatchObject({
    name: "NotImplemented",
    message: "Gatepool does not implement apigatewayv2 ImportApi: see docs/compatibility.md.",
    $metadata: { httpStatusCode: 501 },
  });
  const first = await send("POST", "/restapis?mode=import", "apigateway", {});
  expect(first.status).toBe(501);
  expect(await first.json()).toMatchObject({
    message: "Gatepool does not implement apigateway ImportRestApi: see docs/compatibility.md.",
  });
  const unsigned = await fetch(`${server.url}/2015-03-31/event-source-mappings`);
  expect(unsigned.status).toBe(501);
});

test("a path that exists nowhere is an unknown operation, as is a bad label", async () => {
  for (const path of ["/v2/coffee", "/v2/apis//routes", "/v2/apis/%E0%A4%A"]) {
    const answer = await send("GET", path, "apigateway");
    expect(answer.status).toBe(404);
    expect(answer.headers.get("x-amzn-errortype")).toBe("UnknownOperationException");
  }
});

test("a service of another protocol is refused in it", async () => {
  const answer = await send("PUT", "/bucket", "s3");
  expect(answer.status).toBe(501);
  expect(await answer.text()).toContain("<Code>NotImplemented</Code>");
});

test("an unsigned call is refused with 403", async () => {
  const answer = await fetch(`${server.url}/v2/apis`);
  expect(answer.status).toBe(403);
  expect(await answer.json()).toEqual({ message: "Missing Authentication Token" });
});

function send(method: string, path: string, service: string, body?: object) {
  return fetch(`${server.url}${path}`, {
    method,
    headers: {
      "x-amz-date": "20261120T200000Z",
      authorization:
        `AWS4-HMAC-SHA256 Credential=test/20261120/us-east-1/${service}/aws4_request, ` +
        "SignedHeaders=host;x-amz-date, Signature=00",
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}
