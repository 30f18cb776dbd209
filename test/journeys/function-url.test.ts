import {
  CreateAliasCommand,
  DeleteFunctionUrlConfigCommand,
  GetFunctionUrlConfigCommand,
  PutFunctionConcurrencyCommand,
  UpdateFunctionUrlConfigCommand,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Trace } from "../../src/diagnostics/trace.ts";
import { createEcho, sendCall, signCall } from "../fixtures/function-urls.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { getJson } from "../fixtures/wire.ts";

// A function is published at an address of its own, and each step does what it does on AWS.

const keys = { accessKeyId: "test", secretAccessKey: "test" };
let server: Awaited<ReturnType<typeof temporaryServer>>;
let echo: Awaited<ReturnType<typeof createEcho>>;
let urlId: string;

beforeAll(async () => {
  server = await temporaryServer();
  echo = await createEcho(server.url, keys);
});
afterAll(async () => {
  echo.close();
  await server.close();
});

const byPath = (path = "/", init: RequestInit = {}) =>
  fetch(`${server.url}/_url/${urlId}${path}`, init);

/** What the trace of a refusal advises. */
async function adviceOf(answer: Response): Promise<string | undefined> {
  const path = answer.headers.get("x-gatepool-trace");
  const trace: Trace = await getJson(`${server.url}${path}`);
  return trace.steps.find(({ outcome }) => outcome === "refused")?.reason?.change;
}

test("a new URL is closed until a permission opens it, which the trace names", async () => {
  urlId = await echo.createUrl({ Cors: { AllowOrigins: ["https://app.example"] } });
  const closed = await byPath();
  expect(closed.status).toBe(403);
  expect(await adviceOf(closed)).toBe(
    "aws lambda add-permission --function-name echo --statement-id permission-1 " +
      "--action lambda:InvokeFunctionUrl --principal '*' --function-url-auth-type NONE",
  );
  await echo.allow("NONE");
  expect((await byPath()).status).toBe(200);
});

test("it answers by path, and by the names that AWS and this server give it", async () => {
  const init = { method: "POST", body: '{"a":1}', headers: { "content-type": "application/json" } };
  const event = await (await byPath("/pets/1?color=blue", init)).json();
  expect(event).toMatchObject({
    version: "2.0",
    rawPath: "/pets/1",
    rawQueryString: "color=blue",
    body: '{"a":1}',
    isBase64Encoded: false,
    requestContext: {
      accountId: "anonymous",
      apiId: urlId,
      domainName: `${urlId}.lambda-url.us-east-1.on.aws`,
      http: { method: "POST", path: "/pets/1" },
    },
  });
  expect(await (await byPath("?a=b")).json()).toMatchObject({ rawPath: "/" });
  for (const domain of ["on.aws", "localhost"]) {
    const host = `${urlId}.lambda-url.us-east-1.${domain}`;
    const answer = await sendCall(server.url, { host, path: "/pets/1" });
    expect(JSON.parse(answer.text)).toMatchObject({ rawPath: "/pets/1", headers: { host } });
  }
});

test("pages of the origins that it names may call it", async () => {
  const origin = "https://app.example";
  const allowed = await byPath("/", { headers: { origin } });
  expect(allowed.headers.get("access-control-allow-origin")).toBe(origin);
  const other = await byPath("/", { headers: { origin: "https://other.example" } });
  expect(other.headers.has("access-control-allow-origin")).toBe(false);
});

test("a URL of an alias runs the version that the alias names", async () => {
  const alias = { FunctionName: "echo", FunctionVersion: "1", Name: "live" };
  await echo.lambda.send(new CreateAliasCommand(alias));
  const id = await echo.createUrl({ Qualifier: "live" });
  await echo.allow("NONE", "*", "live");
  expect((await fetch(`${server.url}/_url/${id}/`)).status).toBe(200);
});

test("once calls have to be signed, others are refused at once", async () => {
  const change = { FunctionName: "echo", AuthType: "AWS_IAM" } as const;
  await echo.lambda.send(new UpdateFunctionUrlConfigCommand(change));
  const refused = await byPath();
  expect(refused.status).toBe(403);
  expect(await adviceOf(refused)).toContain("Sign the request for the service lambda");
  const path = `/_url/${urlId}/signed?b=2&a=1`;
  const answer = await sendCall(server.url, signCall(server.url, { path }, keys));
  expect(JSON.parse(answer.text).requestContext.authorizer.iam).toEqual({
    accessKey: "test",
    accountId: "000000000000",
    callerId: "000000000000",
    cognitoIdentity: null,
    principalOrgId: null,
    userArn: "arn:aws:iam::000000000000:root",
    userId: "000000000000",
  });
});

test("a function that may not run at all answers 429", async () => {
  const change = { FunctionName: "echo", AuthType: "NONE" } as const;
  await echo.lambda.send(new UpdateFunctionUrlConfigCommand(change));
  const none = { FunctionName: "echo", ReservedConcurrentExecutions: 0 };
  await echo.lambda.send(new PutFunctionConcurrencyCommand(none));
  const answer = await byPath();
  expect(answer.status).toBe(429);
  expect(await answer.json()).toEqual({ Message: "Rate Exceeded." });
});

test("a URL that was deleted is forbidden", async () => {
  const named = { FunctionName: "echo" };
  const { FunctionUrl } = await echo.lambda.send(new GetFunctionUrlConfigCommand(named));
  expect(FunctionUrl).toBe(`https://${urlId}.lambda-url.us-east-1.on.aws/`);
  await echo.lambda.send(new DeleteFunctionUrlConfigCommand(named));
  const answer = await byPath();
  expect(answer.status).toBe(403);
  expect(await adviceOf(answer)).toContain("get-function-url-config");
});
