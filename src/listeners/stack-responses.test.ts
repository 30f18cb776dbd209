import {
  CloudFormationClient,
  CreateChangeSetCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
} from "@aws-sdk/client-cloudformation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryServer } from "../../test/fixtures/server.ts";
import { role } from "../../test/fixtures/stack-parts.ts";

describe("/_gatepool/stack-responses", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let client: CloudFormationClient;

  beforeAll(async () => {
    server = await temporaryServer();
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    client = new CloudFormationClient({
      ...{ endpoint: server.url, region: "us-east-1", credentials, maxAttempts: 1 },
    });
  });
  afterAll(async () => {
    client.destroy();
    await server.close();
  });

  /** A function that echoes a word, and a resource of it. */
  const template = (Word: string) => ({
    Resources: {
      Role: role,
      Echo: {
        Type: "AWS::Lambda::Function",
        Properties: {
          ...{ Runtime: "python3.11", Handler: "index.handler" },
          Role: { "Fn::GetAtt": ["Role", "Arn"] },
          Code: {
            ZipFile: `
import cfnresponse
def handler(event, context):
    word = event["ResourceProperties"]["Word"]
    status = "FAILED" if word == "bad" and event["RequestType"] != "Delete" else "SUCCESS"
    cfnresponse.send(event, context, status, {"Echo": word + "!"}, "echo-" + word, reason="no")
`,
          },
        },
      },
      Word: {
        Type: "Custom::Word",
        Properties: { ServiceToken: { "Fn::GetAtt": ["Echo", "Arn"] }, Word },
      },
    },
    Outputs: {
      Word: { Value: { "Fn::GetAtt": ["Word", "Echo"] } },
      Id: { Value: { Ref: "Word" } },
    },
  });

  async function deploy(word: string, ChangeSetType: "CREATE" | "UPDATE") {
    const StackName = "words";
    const TemplateBody = JSON.stringify(template(word));
    const Capabilities = ["CAPABILITY_IAM" as const];
    const set = { StackName, ChangeSetName: word, ChangeSetType, TemplateBody, Capabilities };
    const { Id } = await client.send(new CreateChangeSetCommand(set));
    await client.send(new ExecuteChangeSetCommand({ ChangeSetName: Id }));
    return settled(StackName);
  }

  async function settled(StackName: string) {
    for (;;) {
      const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
      const { StackStatus = "", Outputs = [] } = Stacks?.[0] ?? {};
      if (StackStatus.endsWith("_IN_PROGRESS")) continue;
      const outputs = Outputs.map(({ OutputKey = "", OutputValue }) => [OutputKey, OutputValue]);
      return { status: StackStatus, outputs: Object.fromEntries(outputs) };
    }
  }

  it("lets functions make, replace and remove resources of stacks", async () => {
    expect(await deploy("hello", "CREATE")).toEqual({
      ...{ status: "CREATE_COMPLETE", outputs: { Word: "hello!", Id: "echo-hello" } },
    });
    expect(await deploy("hullo", "UPDATE")).toEqual({
      ...{ status: "UPDATE_COMPLETE", outputs: { Word: "hullo!", Id: "echo-hullo" } },
    });
    expect(await deploy("bad", "UPDATE")).toEqual({
      ...{ status: "UPDATE_ROLLBACK_COMPLETE", outputs: { Word: "hullo!", Id: "echo-hullo" } },
    });
    const StackName = "words";
    const told = await client.send(new DescribeStackEventsCommand({ StackName }));
    const events = (told.StackEvents ?? []).filter((event) => event.LogicalResourceId === "Word");
    expect(events.find((event) => event.ResourceStatus === "UPDATE_FAILED")).toMatchObject({
      ResourceType: "Custom::Word",
      ResourceStatusReason: expect.stringMatching(
        /^Received response status \[FAILED\] from custom resource. Message returned: no \(Requ/,
      ),
    });
    expect(events.find((event) => event.ResourceStatus === "DELETE_COMPLETE")).toMatchObject({
      PhysicalResourceId: "echo-hello",
    });
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
    await client.send(new DeleteStackCommand({ StackName }));
    expect(await settled(Stacks?.[0]?.StackId ?? "")).toMatchObject({ status: "DELETE_COMPLETE" });
  });

  it("takes nothing from who was not asked, and nothing but a PUT", async () => {
    const url = `${server.url}/_gatepool/stack-responses/words-Word/token`;
    const body = '{"Status":"SUCCESS","PhysicalResourceId":"mine"}';
    const refused = await fetch(url, { method: "PUT", body });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain("Nobody has asked for this answer");
    expect((await fetch(url)).status).toBe(405);
    const headers = { origin: "https://evil.example" };
    expect((await fetch(url, { method: "PUT", body, headers })).status).toBe(403);
  });
});
