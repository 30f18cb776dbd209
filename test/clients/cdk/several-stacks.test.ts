import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { ListBucketsCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awsEnvironment, noProfiles } from "../../fixtures/aws-programs.ts";
import { type RunningGatepool, run, startGatepool } from "../../fixtures/gatepool.ts";
import { clientsOf } from "../../fixtures/hello-stack.ts";
import { temporaryFolder } from "../../fixtures/storage.ts";
import { createUser, signIn } from "../../fixtures/users.ts";

const source = fileURLToPath(new URL("several-stacks", import.meta.url));
const modules = fileURLToPath(new URL("node_modules", import.meta.url));

describe("an app of several stacks, one within another, with a custom resource,", () => {
  let folder: string;
  let server: RunningGatepool;

  beforeAll(async () => {
    folder = await temporaryFolder();
    server = await startGatepool(["--data-dir", join(folder, "data")]);
    await cp(source, join(folder, "app"), { recursive: true });
    await symlink(modules, join(folder, "app", "node_modules"));
    await writeFile(join(folder, "app", "cdk.json"), '{ "app": "npx tsx app.ts" }');
    await mkdir(join(folder, "home"));
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  async function cdk(...args: string[]): Promise<string> {
    const home = { ...noProfiles, AWS_PROFILE: "", HOME: join(folder, "home") };
    const env = { ...awsEnvironment, ...home, AWS_ENDPOINT_URL: server.url };
    const { code, stdout, stderr } = await run("npx", ["cdk", ...args], env, join(folder, "app"));
    expect(code, stdout + stderr).toBe(0);
    return stdout + stderr;
  }

  function sdk() {
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const config = { endpoint: server.url, region: "us-east-1", credentials };
    return {
      stacks: new CloudFormationClient(config),
      s3: new S3Client(config),
      ssm: new SSMClient(config),
    };
  }

  async function outputsOf(StackName: string): Promise<(string | undefined)[]> {
    const { Stacks } = await sdk().stacks.send(new DescribeStacksCommand({ StackName }));
    return Stacks?.[0]?.Outputs?.map(({ OutputValue }) => OutputValue) ?? [];
  }

  it("is deployed, in the order in which its stacks need each other", async () => {
    await cdk("bootstrap");
    const said = await cdk("deploy", "--all", "--require-approval", "never");
    expect(said).toMatch(/✅ {2}Base\n.*✅ {2}Front\n/s);
    const poolId = { Name: "/inner/pool" };
    const { Parameter } = await sdk().ssm.send(new GetParameterCommand(poolId));
    expect(await outputsOf("Base")).toContain(Parameter?.Value);
  });

  it("lets members call its function", async () => {
    const [apiId] = await outputsOf("Front");
    const exported = await outputsOf("Base");
    const poolId = exported.find((value) => value?.startsWith("us-east-1_")) ?? "";
    const clientId = exported.find((value) => /^\w{26}$/.test(value ?? "")) ?? "";
    const { idp } = clientsOf(server.url);
    await createUser(idp, poolId);
    const { id } = await signIn(idp, poolId, clientId);
    const hello = `${server.url}/_api/${apiId}/-/hello`;
    const allowed = await fetch(hello, { headers: { authorization: `Bearer ${id}` } });
    expect(await allowed.text()).toBe("hi");
    expect((await fetch(hello)).status).toBe(401);
  });

  it("differs in nothing then", async () => {
    expect(await cdk("diff")).toContain("Number of stacks with differences: 0");
    expect(await cdk("deploy", "--all")).toMatch(/✅ {2}Base \(no changes\)/);
  });

  it("is destroyed, its bucket emptied by the CDK's function", async () => {
    const { s3 } = sdk();
    const object = { Bucket: "several-stacks-files", Key: "a/b", Body: "text" };
    await s3.send(new PutObjectCommand(object));
    expect(await cdk("destroy", "--all", "--force")).toContain("✅  Base: destroyed");
    const { Buckets } = await s3.send(new ListBucketsCommand());
    expect(Buckets?.map(({ Name }) => Name)).toEqual([expect.stringMatching(/^cdk-hnb659fds-/)]);
  });
});
