import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awsEnvironment, noProfiles } from "../fixtures/aws-programs.ts";
import { commandLineServer } from "../fixtures/command-line-server.ts";
import { run } from "../fixtures/gatepool.ts";
import { temporaryFolder } from "../fixtures/storage.ts";

const template = `
Parameters:
  Days: { Type: Number, Default: 1 }
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
    Properties: { UserPoolName: members }
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      RefreshTokenValidity: !Ref Days
Outputs:
  Issuer: { Value: !Sub "https://\${Pool.ProviderName}" }
  ClientId: { Value: !Ref Client }
`;

/** Fails at the last of its resources. */
const failing = `
Resources:
  Kept: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: kept } }
  Twice:
    Type: AWS::Logs::LogGroup
    DependsOn: Kept
    Properties: { LogGroupName: kept }
`;

describe("`aws cloudformation deploy`", () => {
  let server: Awaited<ReturnType<typeof commandLineServer>>;
  let folder: string;

  beforeAll(async () => {
    folder = await temporaryFolder();
    server = await commandLineServer();
    await writeFile(join(folder, "template.yaml"), template);
    await writeFile(join(folder, "failing.yaml"), failing);
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  const aws = (...args: string[]) =>
    run("aws", args, { ...awsEnvironment, ...noProfiles, AWS_ENDPOINT_URL: server.url }, folder);

  const deploy = (...args: string[]) =>
    aws("cloudformation", "deploy", "--stack-name", "members", ...args);

  const show = (query: string, stack = "members") =>
    aws("cloudformation", "describe-stacks", "--stack-name", stack, "--query", query);

  it("makes a stack", async () => {
    const answer = await deploy("--template-file", "template.yaml");
    expect(answer).toMatchObject({ code: 0, stderr: "" });
    expect(answer.stdout).toContain("Successfully created/updated stack - members");
    const issuer = (await show("Stacks[0].Outputs[?OutputKey=='Issuer'].OutputValue | [0]")).stdout;
    expect(JSON.parse(issuer)).toMatch(
      /^https:\/\/cognito-idp\.us-east-1\.amazonaws\.com\/us-east-1_\w+$/,
    );
  });

  it("changes it", async () => {
    const answer = await deploy(
      "--template-file",
      "template.yaml",
      "--parameter-overrides",
      "Days=2",
    );
    expect(answer).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse((await show("Stacks[0].StackStatus")).stdout)).toBe("UPDATE_COMPLETE");
  });

  it("takes a large template by a bucket", async () => {
    await aws("s3", "mb", "s3://templates");
    const args = ["--template-file", "template.yaml", "--s3-bucket", "templates"];
    const answer = await deploy(...args, "--parameter-overrides", "Days=3");
    expect(answer.code, answer.stderr).toBe(0);
    expect(answer.stdout).toContain("Successfully created/updated stack - members");
  });

  it("says so when there is nothing to change", async () => {
    const same = ["--template-file", "template.yaml", "--parameter-overrides", "Days=3"];
    const answer = await deploy(...same, "--no-fail-on-empty-changeset");
    expect(answer).toMatchObject({ code: 0, stderr: "" });
    expect(answer.stdout).toContain("No changes to deploy. Stack members is up to date");
  });

  it("leaves nothing of a stack that fails, and says why", async () => {
    const args = ["--template-file", "failing.yaml", "--stack-name", "failing"];
    const answer = await aws("cloudformation", "deploy", ...args);
    expect(answer.code).toBe(255);
    expect(answer.stderr).toContain("Failed to create/update the stack");
    expect(JSON.parse((await show("Stacks[0].StackStatus", "failing")).stdout)).toBe(
      "ROLLBACK_COMPLETE",
    );
    const events = ["describe-stack-events", "--stack-name", "failing"];
    const query = "StackEvents[?ResourceStatus=='CREATE_FAILED'].ResourceStatusReason | [0]";
    const reason = await aws("cloudformation", ...events, "--query", query);
    expect(reason.stdout).toContain("already exists");
    const groups = await aws("logs", "describe-log-groups", "--query", "logGroups[].logGroupName");
    expect(JSON.parse(groups.stdout)).toEqual([]);
  });

  it("removes it", async () => {
    await aws("cloudformation", "delete-stack", "--stack-name", "members");
    const wait = await aws(
      "cloudformation",
      "wait",
      "stack-delete-complete",
      "--stack-name",
      "members",
    );
    expect(wait).toMatchObject({ code: 0, stderr: "" });
    const pools = await aws("cognito-idp", "list-user-pools", "--max-results", "10");
    expect(JSON.parse(pools.stdout).UserPools).toEqual([]);
  });
});
