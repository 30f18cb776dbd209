import { rm } from "node:fs/promises";
import { join } from "node:path";
import {
  CloudFormationClient,
  DescribeStacksCommand,
  ListChangeSetsCommand,
} from "@aws-sdk/client-cloudformation";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assemblyFiles, type Files, writeFiles } from "../../../test/fixtures/assembly.ts";
import { gatepool } from "../../../test/fixtures/command-line.ts";
import { commandLineServer } from "../../../test/fixtures/command-line-server.ts";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";

let server: Awaited<ReturnType<typeof commandLineServer>>;
let folder: string;
let cloudFormation: CloudFormationClient;

beforeAll(async () => {
  server = await commandLineServer();
  folder = await temporaryFolder();
  cloudFormation = new CloudFormationClient({
    ...{ endpoint: server.url, region: "us-east-1" },
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
});

afterAll(async () => {
  cloudFormation.destroy();
  await Promise.all([server.close(), rm(folder, { recursive: true })]);
});

const within = (name: string, files: Files) => writeFiles(join(folder, name), files);
const call = (command: string, path: string, ...options: string[]) =>
  gatepool([command, path, "--url", server.url, ...options]);

async function stackOf(StackName: string) {
  return (await cloudFormation.send(new DescribeStacksCommand({ StackName }))).Stacks?.[0];
}

const pool = (more: object = {}) => ({
  Parameters: { Stage: { Type: "String", Default: "dev" } },
  Resources: {
    Pool: {
      Type: "AWS::Cognito::UserPool",
      Properties: { UserPoolName: { "Fn::Join": ["-", ["shop", { Ref: "Stage" }]] } },
    },
    ...more,
  },
  Outputs: { PoolId: { Value: { Ref: "Pool" } } },
});

const client = (UserPoolId: unknown) => ({
  Client: { Type: "AWS::Cognito::UserPoolClient", Properties: { UserPoolId, ClientName: "web" } },
});

test("a template is compared, deployed, changed and destroyed", async () => {
  const path = await within("shop", { "template.json": pool() });
  const compared = await call("diff", path);
  expect(compared).toMatchObject({ code: 0, stderr: "" });
  expect(compared.stdout).toContain("+ AWS::Cognito::UserPool  Pool\n  1 to add");
  await expect(stackOf("shop")).rejects.toThrow("does not exist");

  const made = await call("deploy", path, "--tag", "team=blue");
  expect(made).toMatchObject({ code: 0, stderr: "" });
  expect(made.stdout).toMatch(
    /^\d\d:\d\d:\d\d {2}CREATE_COMPLETE {2}AWS::Cognito::UserPool {2}Pool/m,
  );
  expect(made.stdout).toMatch(/\nshop\.PoolId = us-east-1_\w+\n$/);
  expect(await stackOf("shop")).toMatchObject({ Tags: [{ Key: "team", Value: "blue" }] });

  const again = await call("deploy", path, "--tag", "team=blue");
  expect(again.stdout).toMatch(/^shop is as the template says: nothing to change\.\nshop\.PoolId/);

  const asked = ["--parameter", "Stage=prod", "--tag", "team=blue"];
  const change = await call("diff", path, ...asked, "--fail");
  expect(change.code).toBe(1);
  expect(change.stdout).toContain("~ AWS::Cognito::UserPool  Pool\n      UserPoolName");
  expect((await call("deploy", path, ...asked)).code).toBe(0);
  expect((await call("diff", path, "--fail")).stdout).toBe("shop: no differences\n");
  const { Summaries } = await cloudFormation.send(new ListChangeSetsCommand({ StackName: "shop" }));
  expect(Summaries?.filter(({ ExecutionStatus }) => ExecutionStatus === "AVAILABLE")).toEqual([]);

  const unasked = await call("destroy", path);
  expect(unasked.code).toBe(2);
  expect(unasked.stderr).toContain("Nobody is there to ask whether to remove shop: say --force.");
  const gone = await call("destroy", path, "--force");
  expect(gone).toMatchObject({ code: 0, stderr: "" });
  expect(gone.stdout).toMatch(/DELETE_COMPLETE {2}AWS::Cognito::UserPool.*\nshop is gone\.\n$/s);
  expect((await call("destroy", path, "--force")).stdout).toBe("shop is not there.\n");
});

test("a failure tells its resource, its reason and what to do", async () => {
  const broken = { "bad.template.json": pool(client("us-east-1_Nothing12")) };
  const path = await within("bad", broken);
  const failed = await call("deploy", path);
  expect(failed.code).toBe(1);
  expect(failed.stderr).toMatch(/^gatepool: bad is ROLLBACK_COMPLETE\. Client \(.*does not exist/);
  expect(failed.stderr).toContain("\nNothing of it is left. Change what it names");
  expect((await call("diff", path)).stdout).toBe(
    "bad is ROLLBACK_COMPLETE: a deployment makes it anew.\n",
  );
  await within("bad", { "bad.template.json": pool(client({ Ref: "Pool" })) });
  const made = await call("deploy", path);
  expect(made).toMatchObject({ code: 0, stderr: "" });
  expect(made.stdout).toMatch(/^bad could not be made the last time/);
});

test("--no-rollback leaves what was made", async () => {
  const path = await within("kept", { "kept.template.json": pool(client("us-east-1_Nothing12")) });
  const failed = await call("deploy", path, "--no-rollback");
  expect(failed.stderr).toMatch(/^gatepool: kept is CREATE_FAILED\. Client/);
  expect(await stackOf("kept")).toMatchObject({ StackStatus: "CREATE_FAILED" });
  const gone = await gatepool(["destroy", "--stack-name", "kept", "--force", "--url", server.url]);
  expect(gone.stdout).toMatch(/\nkept is gone\.\n$/);
});

test("a change that was left half done is undone first", async () => {
  const path = await within("half", { "template.json": pool() });
  await call("deploy", path);
  await within("half", { "template.json": pool(client("us-east-1_Nothing12")) });
  const failed = await call("deploy", path, "--no-rollback");
  expect(failed.stderr).toMatch(/^gatepool: half is UPDATE_FAILED\. Client/);
  expect((await call("diff", path)).stderr).toContain("`gatepool deploy` undoes that first");
  await within("half", { "template.json": pool(client({ Ref: "Pool" })) });
  const made = await call("deploy", path);
  expect(made).toMatchObject({ code: 0, stderr: "" });
  expect(made.stdout).toMatch(/^half could not be changed the last time: that is undone first\./);
});

test("a template that is too large for a request goes through a bucket", async () => {
  const path = await within("large", { "template.json": pool() });
  const Metadata = { notes: "x".repeat(60_000) };
  await within("large", { "template.json": { ...pool(), Metadata } });
  const own = { AWS_REGION: "eu-central-1" };
  const compared = await gatepool(["diff", path, "--url", server.url], own);
  expect(compared.stderr).toMatch(
    /too large to be sent without a bucket, and cdk-hnb659fds-assets/,
  );
  const made = await gatepool(["deploy", path, "--url", server.url], own);
  expect(made).toMatchObject({ code: 0, stderr: "" });
  expect(made.stdout).toMatch(/\nlarge\.PoolId = eu-central-1_\w+\n$/);
  expect((await gatepool(["diff", path, "--url", server.url], own)).stdout).toBe(
    "large: no differences\n",
  );
});

test("what CloudFormation refuses leaves nothing behind, and names what it is", async () => {
  const nope = { Resources: { Nope: { Type: "AWS::Nope::Nope" } } };
  const path = await within("nope", { "nope.template.json": nope });
  for (const command of ["deploy", "diff"]) {
    const { code, stderr } = await call(command, path);
    expect(code).toBe(1);
    expect(stderr).toContain("AWS::Nope::Nope");
  }
  await expect(stackOf("nope")).rejects.toThrow("does not exist");
});

test("a parameter that no template has, and a pair that is none, are wrong calls", async () => {
  const path = await within("typo", { "template.json": pool() });
  const unknown = await call("deploy", path, "--parameter", "Stagr=prod");
  expect(unknown).toMatchObject({ code: 2, stdout: "" });
  expect(unknown.stderr).toContain("No template has a parameter Stagr. It has: Stage.");
  expect((await call("deploy", path, "--tag", "blue")).stderr).toContain("write KEY=VALUE");
});

test("a stack that is meant for another account is not put into this one", async () => {
  const files = { ...assemblyFiles, "manifest.json": manifestFor("123456789012") };
  const path = await within("foreign", files);
  const args = ["deploy", path, "--url", server.url];
  const keys = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };
  const { code, stderr } = await gatepool(args, keys);
  expect(code).toBe(1);
  expect(stderr).toContain("Base is meant for account 123456789012");
  expect((await gatepool(args)).stdout).toMatch(/CREATE_COMPLETE {2}AWS::CloudFormation::Stack/);
});

function manifestFor(account: string) {
  const environment = `aws://${account}/eu-west-1`;
  const properties = { templateFile: "Base.template.json" };
  const Base = { type: "aws:cloudformation:stack", environment, properties };
  return { version: "36.0.0", artifacts: { Base } };
}

test("a CDK app is deployed where nothing was ever bootstrapped", async () => {
  const path = await within("app/cdk.out", assemblyFiles);
  expect((await call("diff", path)).stdout).toContain("Who may do what: look at Role.");
  const made = await call("deploy", path, "--stack", "HelloStack");
  expect(made).toMatchObject({ code: 0, stderr: "" });
  const bucket = "cdk-hnb659fds-assets-000000000000-us-east-1";
  expect(made.stdout).toContain(`making ${bucket} and /cdk-bootstrap/hnb659fds/version.`);
  expect(made.stdout).toMatch(/CREATE_COMPLETE {2}AWS::S3::Bucket {2}StagingBucket/);
  expect(made.stdout).toContain("\nHello/Code: published\n");
  expect(made.stdout).toMatch(/\nHelloStack\.FunctionName = HelloStack-Hello-\w+\n$/);
  const { Outputs } = (await stackOf("CDKToolkit")) ?? {};
  expect(Outputs).toContainEqual({ OutputKey: "BucketName", OutputValue: bucket });
  expect(Outputs).toContainEqual({ OutputKey: "BootstrapVersion", OutputValue: "6" });

  const again = await call("deploy", path);
  expect(again.stdout).not.toContain("published");
  expect(again.stdout).toContain("HelloStack is as the template says: nothing to change.");
  const gone = await call("destroy", path, "--stack", "Base", "--force");
  expect(gone.stdout).toMatch(/HelloStack is gone\..*Base is gone\./s);
});
