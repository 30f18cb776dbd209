import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningGatepool, startGatepool } from "../../fixtures/gatepool.ts";
import { temporaryFolder } from "../../fixtures/storage.ts";
import { type App, copyOfApp, stackName } from "../cdk/app.ts";
import { execCommand, goJourney } from "../cdk/journey.ts";

const modules = fileURLToPath(new URL("node_modules", import.meta.url));

// It holds the SDK for JavaScript 2, which knows AWS's own addresses, and no variable for others.

describe("the CDK 2.96.2, within `gatepool exec`,", () => {
  let dataDir: string;
  let server: RunningGatepool;
  let app: App;

  beforeAll(async () => {
    dataDir = await temporaryFolder();
    server = await startGatepool(["--data-dir", dataDir]);
    app = await copyOfApp(modules);
  });
  afterAll(async () => {
    await app.close();
    await server.stop();
    await rm(dataDir, { recursive: true });
  });

  /** What it prints; it has to succeed. */
  async function cdk(...args: string[]): Promise<string> {
    const command = execCommand(server.url, "npx", "cdk", "--version-reporting", ...args);
    const { code, stdout, stderr } = await app.run(command);
    expect(code, stdout + stderr).toBe(0);
    // The roles of the bootstrap stack let it in: it has to make do with nothing else.
    expect(stdout + stderr).not.toContain("could not be used to assume");
    return stdout + stderr;
  }

  const deploy = () => cdk("deploy", "--require-approval", "never");

  it("bootstraps", async () => {
    const said = await cdk("bootstrap");
    expect(said).toContain("✅  Environment aws://000000000000/us-east-1 bootstrapped.");
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
  });

  it("shows a change, and deploys it", async () => {
    await app.setMaxAge(124);
    expect(await cdk("diff")).toContain("[~] AWS::ApiGatewayV2::Api HelloApi");
    expect(await deploy()).toContain(`✅  ${stackName}`);
    expect(await cdk("diff")).toContain("Number of stacks with differences: 0");
  });

  it("destroys", async () => {
    expect(await cdk("destroy", "--force")).toContain(`✅  ${stackName}: destroyed`);
  });
});
