import {
  CreateDeploymentCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  UpdateStageCommand,
} from "@aws-sdk/client-apigatewayv2";
import { DeleteRolePolicyCommand } from "@aws-sdk/client-iam";
import {
  AddPermissionCommand,
  CreateAliasCommand,
  DeleteFunctionCommand,
  DeleteFunctionConcurrencyCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  RemovePermissionCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Trace } from "../../src/diagnostics/trace.ts";
import { createFunction, zipOf } from "../fixtures/functions.ts";
import {
  clientsOf,
  createHelloStack,
  type HelloClients,
  type HelloStack,
  present,
} from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { getJson } from "../fixtures/wire.ts";

const functionArn = "arn:aws:lambda:us-east-1:000000000000:function:guarded";
const files = { "app.py": "def handler(e, c):\n    return 'ran'\n" };
let server: Awaited<ReturnType<typeof temporaryServer>>;
let clients: HelloClients;
let stack: HelloStack;

beforeAll(async () => {
  server = await temporaryServer();
  clients = clientsOf(server.url);
  stack = await createHelloStack(clients);
  await createFunction(clients, "guarded", files, { Role: stack.roleArn });
  const own = await integrate();
  const byRole = await integrate(stack.roleArn);
  const { apiId: ApiId } = stack;
  const byAlias = await integrate(undefined, `${functionArn}:live`);
  for (const [RouteKey, Target] of [
    ["GET /live", byAlias],
    ["ANY /own/{proxy+}", own],
    ["$default", own],
    ["GET /by-role", byRole],
  ]) {
    await clients.apis.send(new CreateRouteCommand({ ApiId, RouteKey, Target }));
  }
  const { DeploymentId } = await clients.apis.send(new CreateDeploymentCommand({ ApiId }));
  await clients.apis.send(new UpdateStageCommand({ ApiId, StageName: "api", DeploymentId }));
});
afterAll(() => server.close());

async function integrate(CredentialsArn?: string, IntegrationUri = functionArn) {
  const { IntegrationId } = await clients.apis.send(
    new CreateIntegrationCommand({
      ApiId: stack.apiId,
      IntegrationType: "AWS_PROXY",
      IntegrationUri,
      CredentialsArn,
      PayloadFormatVersion: "2.0",
    }),
  );
  return `integrations/${IntegrationId}`;
}

const call = (path: string, method = "GET") =>
  fetch(`${server.url}/_api/${stack.apiId}/api${path}`, { method });

async function expectRefused(answer: Response): Promise<Trace["steps"][number]> {
  expect(answer.status).toBe(500);
  expect(await answer.text()).toBe('{"message":"Internal Server Error"}');
  const path = present(answer.headers.get("x-gatepool-trace") ?? undefined);
  const trace: Trace = await getJson(`${server.url}${path}`);
  return present(trace.steps.find(({ outcome }) => outcome === "refused"));
}

const allow = (StatementId: string, place: string, Qualifier?: string) =>
  clients.lambda.send(
    new AddPermissionCommand({
      FunctionName: "guarded",
      Qualifier,
      StatementId,
      Action: "lambda:InvokeFunction",
      Principal: "apigateway.amazonaws.com",
      SourceArn: `arn:aws:execute-api:us-east-1:000000000000:${place}`,
    }),
  );
const disallow = (StatementId: string) =>
  clients.lambda.send(new RemovePermissionCommand({ FunctionName: "guarded", StatementId }));

it("an API without permission is told what is missing, and the command that adds it", async () => {
  const step = await expectRefused(await call("/own/x", "POST"));
  const place = `${stack.apiId}/api/POST/own/{proxy+}`;
  const sourceArn = `arn:aws:execute-api:us-east-1:000000000000:${place}`;
  expect(step.detail).toContain("no permission lambda:InvokeFunction on guarded");
  expect(step.detail).toContain(sourceArn);
  expect(step.reason?.change).toBe(
    "aws lambda add-permission --function-name guarded --statement-id permission-1 " +
      "--action lambda:InvokeFunction --principal apigateway.amazonaws.com " +
      `--source-arn '${sourceArn}'`,
  );
});

it("a permission opens what it names, at once, and nothing else", async () => {
  await allow("other-api", "anotherapi/*");
  await expectRefused(await call("/own/x"));
  await allow("reading", `${stack.apiId}/*/GET/own/{proxy+}`);
  expect(await (await call("/own/x")).text()).toBe("ran");
  await expectRefused(await call("/own/x", "POST"));
  await expectRefused(await call("/elsewhere"));
  await allow("default", `${stack.apiId}/api/$default`);
  expect((await call("/elsewhere")).status).toBe(200);
  await expectRefused(await call("/own/x", "POST"));
  await allow("all", `${stack.apiId}/*/*`);
  expect((await call("/own/x", "POST")).status).toBe(200);
});

it("a permission that is taken away, or goes with its function, closes at once", async () => {
  for (const statement of ["reading", "default", "all"]) {
    expect((await call("/own/x", "POST")).status).toBe(200);
    await disallow(statement);
  }
  await expectRefused(await call("/own/x"));
  await allow("all", `${stack.apiId}/*`);
  expect((await call("/own/x")).status).toBe(200);
  await clients.lambda.send(new DeleteFunctionCommand({ FunctionName: "guarded" }));
  await createFunction(clients, "guarded", files, { Role: stack.roleArn });
  await expectRefused(await call("/own/x"));
});

it("an alias has a policy of its own, and leads to its version at once", async () => {
  const FunctionName = "guarded";
  const { lambda } = clients;
  await expectRefused(await call("/live"));
  await lambda.send(new PublishVersionCommand({ FunctionName }));
  const ZipFile = zipOf({ "app.py": "def handler(e, c):\n    return 'second'\n" });
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile, Publish: true }));
  await lambda.send(new CreateAliasCommand({ FunctionName, Name: "live", FunctionVersion: "1" }));
  await allow("own", `${stack.apiId}/*`);
  const step = await expectRefused(await call("/live"));
  expect(step.reason?.change).toContain("--function-name guarded --qualifier live ");
  await allow("live", `${stack.apiId}/*/*/live`, "live");
  expect(await (await call("/live")).text()).toBe("ran");
  await lambda.send(new UpdateAliasCommand({ FunctionName, Name: "live", FunctionVersion: "2" }));
  expect(await (await call("/live")).text()).toBe("second");
});

it("a function that is off answers 503", async () => {
  const FunctionName = "guarded";
  const off = new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 });
  await clients.lambda.send(off);
  const answer = await call("/live");
  expect(answer.status).toBe(503);
  expect(await answer.text()).toBe('{"message":"Service Unavailable"}');
  await clients.lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
  expect((await call("/live")).status).toBe(200);
});

it("with credentials, the role's policies decide", async () => {
  expect((await call("/by-role")).status).toBe(200);
  await clients.iam.send(new DeleteRolePolicyCommand({ RoleName: "hello", PolicyName: "invoke" }));
  await expect.poll(async () => (await call("/by-role")).status, { timeout: 5000 }).toBe(500);
  const step = await expectRefused(await call("/by-role"));
  expect(step.detail).toContain(`${stack.roleArn} has policies that do not allow it`);
  expect(step.reason?.change).toContain(
    `{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"${functionArn}"}`,
  );
});
