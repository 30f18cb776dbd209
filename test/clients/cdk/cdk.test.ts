import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { GetApisCommand } from "@aws-sdk/client-apigatewayv2";
import {
  CloudFormationClient,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
} from "@aws-sdk/client-cloudformation";
import { ListUserPoolsCommand } from "@aws-sdk/client-cognito-identity-provider";
import { ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awsEnvironment } from "../../fixtures/aws-programs.ts";
import { type RunningGatepool, startGatepool } from "../../fixtures/gatepool.ts";
import { clientsOf } from "../../fixtures/hello-stack.ts";
import { temporaryFolder } from "../../fixtures/storage.ts";
import { type App, copyOfApp, stackName } from "./app.ts";
import { goJourney } from "./journey.ts";

const modules = fileURLToPath(new URL("node_modules", import.meta.url));

describe("the newest CDK, told by AWS_ENDPOINT_URL where the server is,", () => {
  let dataDir: string;
  let server: RunningGatepool;
  let app: App;

  beforeAll(async () => {
    dataDir = await temporaryFolder();
    server = await startGatepool(["--data-dir", dataDir]);
    app = await copyOfApp(modules, { type: "module" });
  });
  afterAll(async () => {
    await app.close();
    await server.stop();
    await rm(dataDir, { recursive: true });
  });

  const runCdk = (...args: string[]) =>
    app.run(["npx", "cdk", ...args], { ...awsEnvironment, AWS_ENDPOINT_URL: server.url });

  /** What it prints; it has to succeed. */
  async function cdk(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await runCdk(...args);
    expect(code, stdout + stderr).toBe(0);
    // The roles of the bootstrap stack let it in: it has to make do with nothing else.
    expect(stdout + stderr).not.toContain("could not be used to assume");
    return stdout + stderr;
  }

  const deploy = (...args: string[]) => cdk("deploy", "--require-approval", "never", ...args);

  it("bootstraps", async () => {
    const said = await cdk("bootstrap");
    expect(said).toContain("✅  Environment aws://000000000000/us-east-1 bootstrapped.");
  });

  it("bootstraps again, where there is nothing to do", async () => {
    const said = await cdk("bootstrap");
    expect(said).toContain(
      "✅  Environment aws://000000000000/us-east-1 bootstrapped (no changes).",
    );
  });

  it("shows what the first deployment would make", async () => {
    const said = await cdk("diff");
    expect(said).toContain("[+] AWS::ApiGatewayV2::Authorizer JwtAuthorizer");
    expect(said).toContain("Number of stacks with differences: 1");
  });

  it("deploys", async () => {
    const said = await deploy();
    expect(said).toContain(`✅  ${stackName}`);
    expect(said).toMatch(/HttpApiGatewayJwtCognitoStack\.UserPoolId = us-east-1_\w+/);
  });

  it("has made what the journey's calls need", async () => {
    expect(await goJourney(app, server.url)).toEqual([
      '"Hello from Lambda!" 200',
      '{"message":"Unauthorized"} 401',
    ]);
  });

  it("finds no difference then, and has nothing to deploy", async () => {
    expect(await cdk("diff")).toContain("Number of stacks with differences: 0");
    expect(await deploy()).toContain(`✅  ${stackName} (no changes)`);
    expect(await deploy("--force")).toContain(`✅  ${stackName} (no changes)`);
  });

  it("shows a change, and deploys it", async () => {
    await app.setMaxAge(124);
    const shown = await cdk("diff");
    expect(shown).toContain("[~] AWS::ApiGatewayV2::Api HelloApi");
    expect(shown).toContain("Number of stacks with differences: 1");
    expect(await deploy()).toContain(`✅  ${stackName}`);
    const { Items } = await clientsOf(server.url).apis.send(new GetApisCommand());
    expect(Items).toMatchObject([{ Name: "helloAPI", CorsConfiguration: { MaxAge: 124 } }]);
  });

  it("deploys a change without a change set", async () => {
    await app.setMaxAge(125);
    expect(await deploy("--method=direct")).toContain(`✅  ${stackName}`);
    const { Items } = await clientsOf(server.url).apis.send(new GetApisCommand());
    expect(Items).toMatchObject([{ Name: "helloAPI", CorsConfiguration: { MaxAge: 125 } }]);
  });

  it("is told why a resource could not be changed, and what stood stands again", async () => {
    await app.setMaxAge(86_401);
    const { code, stdout, stderr } = await runCdk("deploy", "--require-approval", "never");
    expect(code).toBe(1);
    expect(stdout + stderr).toMatch(/UPDATE_FAILED.*HelloApi.*maxAge/);
    await app.setMaxAge(125);
    expect(await cdk("diff")).toContain("Number of stacks with differences: 0");
    expect(await deploy()).toContain(`✅  ${stackName} (no changes)`);
  });

  it("swaps the function's code past the stack", async () => {
    const before = await newestEvent(server.url);
    await app.setGreeting("Hello, swapped!");
    expect(await deploy("--hotswap")).toContain("hotswapped!");
    const [allowed] = await goJourney(app, server.url);
    expect(allowed).toBe('"Hello, swapped!" 200');
    expect(await newestEvent(server.url)).toBe(before);
  });

  it("destroys", async () => {
    expect(await cdk("destroy", "--force")).toContain(`✅  ${stackName}: destroyed`);
    const { apis, idp, lambda } = clientsOf(server.url);
    const { UserPools } = await idp.send(new ListUserPoolsCommand({ MaxResults: 10 }));
    const { Functions } = await lambda.send(new ListFunctionsCommand());
    const { Items } = await apis.send(new GetApisCommand());
    expect({ UserPools, Functions, Items }).toEqual({ UserPools: [], Functions: [], Items: [] });
    const { Stacks } = await stacksOf(server.url).send(new DescribeStacksCommand());
    expect(Stacks?.map(({ StackName }) => StackName)).toEqual(["CDKToolkit"]);
  });
});

async function newestEvent(url: string): Promise<string | undefined> {
  const events = new DescribeStackEventsCommand({ StackName: stackName });
  const { StackEvents = [] } = await stacksOf(url).send(events);
  return StackEvents[0]?.EventId;
}

function stacksOf(endpoint: string): CloudFormationClient {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  return new CloudFormationClient({ endpoint, region: "us-east-1", credentials });
}
