import {
  CreateChangeSetCommand,
  type CreateChangeSetCommandInput,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
  ListChangeSetsCommand,
} from "@aws-sdk/client-cloudformation";
import { CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  parametersTemplate,
  type StacksServer,
  stacksServer,
} from "../../../test/fixtures/stacks.ts";
import { engineNames } from "../../../test/fixtures/storage.ts";

const outputs = { Outputs: { Name: { Value: { Ref: "A" }, Export: { Name: "name-of-a" } } } };
const template = parametersTemplate({ A: "1", B: { "Fn::GetAtt": ["A", "Value"] } }, outputs);

describe.each(engineNames)("change sets on %s", (engine) => {
  let server: StacksServer;

  beforeEach(async () => {
    server = await stacksServer(engine);
  });

  afterEach(() => server.close());

  function create(input: Partial<CreateChangeSetCommandInput> = {}) {
    const whole = { StackName: "hello", ChangeSetName: "set", ChangeSetType: "CREATE" as const };
    return server.cloudFormation.send(
      new CreateChangeSetCommand({ ...whole, TemplateBody: template, ...input }),
    );
  }

  function look(ChangeSetName = "set") {
    const named = { StackName: "hello", ChangeSetName };
    return server.cloudFormation.send(new DescribeChangeSetCommand(named));
  }

  async function execute(ChangeSetName = "set", more: object = {}) {
    const named = { StackName: "hello", ChangeSetName, ...more };
    await server.cloudFormation.send(new ExecuteChangeSetCommand(named));
    return stack();
  }

  async function stack(StackName = "hello") {
    const { Stacks } = await server.cloudFormation.send(new DescribeStacksCommand({ StackName }));
    return Stacks?.[0];
  }

  function deleteSet(ChangeSetName = "set") {
    const named = { StackName: "hello", ChangeSetName };
    return server.cloudFormation.send(new DeleteChangeSetCommand(named));
  }

  it("are final when they are made, and so is the stack at the first poll", async () => {
    const { Id = "", StackId = "" } = await create();
    expect(Id).toMatch(/^arn:aws:cloudformation:us-east-1:000000000000:changeSet\/set\/[-\w]{36}$/);
    expect(StackId).toMatch(/^arn:aws:cloudformation:us-east-1:000000000000:stack\/hello\//);
    expect(await stack()).toMatchObject({ StackId, StackStatus: "REVIEW_IN_PROGRESS" });
    const named = { StackName: "hello" };
    const empty = await server.cloudFormation.send(new GetTemplateCommand(named));
    expect(empty.TemplateBody).toBe("{}");
    expect(await look()).toMatchObject({
      ...{ ChangeSetId: Id, StackId, Status: "CREATE_COMPLETE", ExecutionStatus: "AVAILABLE" },
      Changes: [
        { ResourceChange: { Action: "Add", LogicalResourceId: "A" } },
        { ResourceChange: { Action: "Add", LogicalResourceId: "B" } },
      ],
    });
    const done = await execute();
    expect(done).toMatchObject({ StackStatus: "CREATE_COMPLETE", ChangeSetId: Id });
    expect(done?.Outputs).toEqual([
      expect.objectContaining({ OutputKey: "Name", ExportName: "name-of-a" }),
    ]);
    expect((await look()).ExecutionStatus).toBe("EXECUTE_COMPLETE");
    const made = await server.cloudFormation.send(new GetTemplateCommand(named));
    expect(made.TemplateBody).toBe(template);
    const { StackEvents = [] } = await server.cloudFormation.send(
      new DescribeStackEventsCommand({ StackName: StackId }),
    );
    expect(StackEvents[0]).toMatchObject({
      ...{ LogicalResourceId: "hello", ResourceStatus: "CREATE_COMPLETE" },
    });
    expect(StackEvents.at(-1)).toMatchObject({ ResourceStatus: "REVIEW_IN_PROGRESS" });
  });

  it("tell what would change, and what not", async () => {
    await create();
    await execute();
    const changed = parametersTemplate({ A: "2", B: { "Fn::GetAtt": ["A", "Value"] } }, outputs);
    await create({ ChangeSetType: "UPDATE", ChangeSetName: "second", TemplateBody: changed });
    const { Changes = [] } = await look("second");
    expect(Changes.map(({ ResourceChange }) => ResourceChange)).toEqual([
      expect.objectContaining({
        ...{ Action: "Modify", LogicalResourceId: "A", Replacement: "False" },
        ...{ Scope: ["Properties"], ResourceType: "AWS::SSM::Parameter" },
        ...{ PhysicalResourceId: expect.stringMatching(/^hello-A-/) },
        Details: [
          {
            Target: { Attribute: "Properties", Name: "Value", RequiresRecreation: "Never" },
            ...{ Evaluation: "Static", ChangeSource: "DirectModification" },
          },
        ],
      }),
      expect.objectContaining({ Action: "Modify", LogicalResourceId: "B" }),
    ]);
    const detail = Changes[1]?.ResourceChange?.Details?.[0];
    expect(detail).toMatchObject({ Evaluation: "Dynamic", Target: { Name: "Value" } });
    expect(await execute("second")).toMatchObject({ StackStatus: "UPDATE_COMPLETE" });
    await expect(look("set")).rejects.toMatchObject({ name: "ChangeSetNotFoundException" });
  });

  it("fail when there is nothing to change", async () => {
    await create();
    await execute();
    await create({ ChangeSetType: "UPDATE", ChangeSetName: "same", UsePreviousTemplate: false });
    expect(await look("same")).toMatchObject({
      ...{ Status: "FAILED", ExecutionStatus: "UNAVAILABLE" },
      StatusReason:
        "The submitted information didn't contain changes. " +
        "Submit different information to create a change set.",
    });
    await expect(execute("same")).rejects.toMatchObject({
      name: "InvalidChangeSetStatusException",
      message: expect.stringMatching(/cannot be executed in its current status of \[FAILED\]$/),
    });
    const { Summaries } = await server.cloudFormation.send(
      new ListChangeSetsCommand({ StackName: "hello" }),
    );
    expect(Summaries).toEqual([
      expect.objectContaining({ ChangeSetName: "same", Status: "FAILED" }),
      expect.objectContaining({ ChangeSetName: "set", ExecutionStatus: "EXECUTE_COMPLETE" }),
    ]);
  });

  it("take their template from a bucket of this server, whatever host its URL names", async () => {
    await server.s3.send(new CreateBucketCommand({ Bucket: "assets" }));
    const object = { Bucket: "assets", Key: "a/b c.json", Body: template };
    await server.s3.send(new PutObjectCommand(object));
    const urls = [
      `${server.url}/assets/a/b%20c.json`,
      "https://s3.us-east-1.amazonaws.com/assets/a/b%20c.json",
      "https://assets.s3.us-east-1.amazonaws.com/a/b%20c.json",
    ];
    for (const [index, TemplateURL] of urls.entries()) {
      const ChangeSetName = `set${index}`;
      await create({ TemplateBody: undefined, TemplateURL, ChangeSetName });
      expect((await look(ChangeSetName)).Status).toBe("CREATE_COMPLETE");
    }
    const missing = create({ TemplateBody: undefined, TemplateURL: `${server.url}/assets/x` });
    await expect(missing).rejects.toMatchObject({
      message: expect.stringMatching(/^S3 error: The specified key does not exist/),
    });
    const wrong = create({ TemplateBody: undefined, TemplateURL: "file:///etc/passwd" });
    await expect(wrong).rejects.toMatchObject({
      message: "TemplateURL must be a supported URL.",
    });
  });

  it("keep what is left out, and hide what is not to be seen", async () => {
    const Parameters = { Secret: { Type: "String", NoEcho: true } };
    const withSecret = parametersTemplate({ A: { Ref: "Secret" } }, { Parameters });
    const given = [{ ParameterKey: "Secret", ParameterValue: "hidden" }];
    const Tags = [{ Key: "team", Value: "blue" }];
    await create({ TemplateBody: withSecret, Parameters: given, Tags });
    const shown = [{ ParameterKey: "Secret", ParameterValue: "****" }];
    expect((await look()).Parameters).toEqual(shown);
    expect(await execute()).toMatchObject({ Parameters: shown, Tags });
    const { StackEvents } = await server.cloudFormation.send(
      new DescribeStackEventsCommand({ StackName: "hello" }),
    );
    expect(JSON.stringify(StackEvents)).toContain("****");
    expect(JSON.stringify(StackEvents)).not.toContain("hidden");
    const previous = [{ ParameterKey: "Secret", UsePreviousValue: true }];
    const again = { UsePreviousTemplate: true, TemplateBody: undefined, Parameters: previous };
    await create({ ...again, ChangeSetType: "UPDATE", ChangeSetName: "again" });
    expect(await look("again")).toMatchObject({ Status: "FAILED", Parameters: shown, Tags });
  });

  it("may be deleted twice, and take a stack that was only looked at with them", async () => {
    await create({ ChangeSetName: "cdk-diff-change-set-1" });
    await deleteSet("cdk-diff-change-set-1");
    await deleteSet("cdk-diff-change-set-1");
    await expect(stack()).rejects.toMatchObject({
      message: "Stack with id hello does not exist",
    });
    await create();
    await deleteSet();
    await expect(look()).rejects.toMatchObject({
      name: "ChangeSetNotFoundException",
      message: "ChangeSet [set] does not exist",
    });
    expect(await stack()).toMatchObject({ StackStatus: "REVIEW_IN_PROGRESS" });
  });

  it("are executed once", async () => {
    await create();
    const both = await Promise.allSettled([execute(), execute()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(execute()).rejects.toMatchObject({
      message: expect.stringMatching(/in its current execution status of \[EXECUTE_COMPLETE\]$/),
    });
  });

  it("are executed once, but answered twice when the client repeats itself", async () => {
    await create();
    await execute("set", { ClientRequestToken: "token1" });
    await execute("set", { ClientRequestToken: "token1" });
  });

  it("are refused for what they cannot be", async () => {
    await create();
    await execute();
    await expect(create({ ChangeSetName: "other" })).rejects.toMatchObject({
      message:
        "Stack [hello] already exists and cannot be created again with the changeSet [other].",
    });
    const update = { ChangeSetType: "UPDATE" as const, ChangeSetName: "other" };
    await expect(create({ ...update, StackName: "nothing" })).rejects.toMatchObject({
      message: "Stack [nothing] does not exist",
    });
    // The name of one that was executed is free again, and that of one that failed.
    const named = { ...update, ChangeSetName: "set" };
    await create(named);
    const changing = { ...named, TemplateBody: parametersTemplate({ A: "2" }) };
    await create(changing);
    await expect(create(changing)).rejects.toMatchObject({
      name: "AlreadyExistsException",
    });
    const asOther = JSON.stringify({ Resources: { A: { Type: "AWS::CDK::Metadata" } } });
    await expect(create({ ...update, TemplateBody: asOther })).rejects.toMatchObject({
      message: expect.stringMatching(/^Update of resource type is not permitted/),
    });
    await expect(create({ ChangeSetType: "IMPORT" })).rejects.toMatchObject({
      message: "ChangeSetType IMPORT is not supported",
    });
    const fresh = { StackName: "fresh" };
    await expect(create({ ...fresh, TemplateBody: undefined })).rejects.toMatchObject({
      message: "Either Template URL or Template Body must be specified.",
    });
    await expect(create({ ...fresh, TemplateBody: " ".repeat(51_201) })).rejects.toMatchObject({
      message: expect.stringMatching(/Member must have length less than or equal to 51200$/),
    });
    await expect(create({ StackName: "a".repeat(129) })).rejects.toMatchObject({
      message: expect.stringMatching(/Member must have length less than or equal to 128$/),
    });
    const reserved = [{ Key: "aws:mine", Value: "1" }];
    await expect(create({ ...fresh, Tags: reserved })).rejects.toMatchObject({
      message: expect.stringMatching(/^Tag key aws:mine is invalid/),
    });
  });

  it("make no roles without consent", async () => {
    const Principal = { Service: "lambda.amazonaws.com" };
    const Statement = [{ Effect: "Allow", Action: "sts:AssumeRole", Principal }];
    const AssumeRolePolicyDocument = { Version: "2012-10-17", Statement };
    const Properties = { AssumeRolePolicyDocument, RoleName: "mine" };
    const TemplateBody = JSON.stringify({
      Resources: { Role: { Type: "AWS::IAM::Role", Properties } },
    });
    await expect(create({ TemplateBody, Capabilities: ["CAPABILITY_IAM"] })).rejects.toMatchObject({
      name: "InsufficientCapabilitiesException",
      message: "Requires capabilities : [CAPABILITY_NAMED_IAM]",
    });
    await create({ TemplateBody, Capabilities: ["CAPABILITY_NAMED_IAM"] });
    expect((await look()).Capabilities).toEqual(["CAPABILITY_NAMED_IAM"]);
  });
});
