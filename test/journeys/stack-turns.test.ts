import {
  type CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  UpdateStackCommand,
  UpdateTerminationProtectionCommand,
} from "@aws-sdk/client-cloudformation";
import { DeleteParameterCommand, GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present } from "../fixtures/hello-stack.ts";
import { type Nodes, nodesOn } from "../fixtures/nodes.ts";
import { endOf, stacksClient } from "../fixtures/stack-end.ts";

const parallel = 50;

/** A chain of parameters that takes a while, all of one value. */
function chainOf(Value: string, more: object = {}): string {
  const links = Array.from({ length: 10 }, (_, at) => [
    `Link${at}`,
    {
      Type: "AWS::SSM::Parameter",
      Properties: { Type: "String", Value },
      ...(at > 0 && { DependsOn: `Link${at - 1}` }),
    },
  ]);
  const Outputs = { Last: { Value: { "Fn::GetAtt": "Link9.Value" } } };
  return JSON.stringify({ Resources: Object.fromEntries(links), Outputs, ...more });
}

const one = (Properties: object, more: object = {}, Outputs: object = {}) =>
  JSON.stringify({
    Resources: { One: { Type: "AWS::SSM::Parameter", Properties, ...more } },
    Outputs,
  });

describe.each(Object.entries(nodesOn))("stacks on the nodes of %s", (_, open) => {
  let nodes: Nodes;
  let clients: CloudFormationClient[];
  let here: CloudFormationClient;
  let there: CloudFormationClient;
  let ssm: SSMClient;

  beforeAll(async () => {
    nodes = await open();
    clients = [0, 1].map((index) => stacksClient(nodes.urlOf(index)));
    here = present(clients[0]);
    there = present(clients[1]);
    ssm = new SSMClient({
      ...{ endpoint: nodes.urlOf(1), region: "us-east-1" },
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
  });

  afterAll(async () => {
    ssm.destroy();
    for (const client of clients) client.destroy();
    await nodes.close();
  });

  it(`${parallel} parallel updates take turns: who comes in between is told`, async () => {
    const StackName = "turns";
    await here.send(new CreateStackCommand({ StackName, TemplateBody: chainOf("first") }));
    expect(await endOf(here, StackName)).toBe("CREATE_COMPLETE");
    const values = Array.from({ length: parallel }, (_, at) => `value-${at}`);
    const answers = await Promise.allSettled(
      values.map((value, at) => {
        const TemplateBody = chainOf(value);
        return (at % 2 ? there : here).send(new UpdateStackCommand({ StackName, TemplateBody }));
      }),
    );
    expect(await endOf(there, StackName)).toBe("UPDATE_COMPLETE");
    const winners = values.filter((_, at) => answers[at]?.status === "fulfilled");
    expect(winners.length).toBeGreaterThan(0);
    for (const answer of answers) {
      if (answer.status === "rejected") {
        expect(answer.reason.message).toMatch(/^Stack:\S+ is in UPDATE_\w*IN_PROGRESS state and/);
      }
    }
    const command = new DescribeStackEventsCommand({ StackName });
    const { StackEvents = [] } = await here.send(command);
    const links = StackEvents.filter(({ LogicalResourceId }) => LogicalResourceId === "Link9");
    const Name = links[0]?.PhysicalResourceId;
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
    expect(winners).toContain(Parameter?.Value);
  });

  it("of creations and deletions at the same moment, one is done", async () => {
    const StackName = "same";
    const creating = Array.from({ length: 10 }, (_, at) => {
      const input = { StackName, TemplateBody: chainOf("first") };
      return (at % 2 ? there : here).send(new CreateStackCommand(input));
    });
    const created = await Promise.allSettled(creating);
    expect(created.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await endOf(here, StackName)).toBe("CREATE_COMPLETE");
    const deleting = Array.from({ length: 10 }, (_, at) =>
      (at % 2 ? there : here).send(new DeleteStackCommand({ StackName })),
    );
    await Promise.all(deleting);
    expect(await endOf(there, StackName)).toBe("DELETE_COMPLETE");
  });

  it("what is protected from termination stays, whoever asks", async () => {
    const StackName = "protected";
    const TemplateBody = one({ Type: "String", Value: "kept" });
    const protection = { EnableTerminationProtection: true };
    await here.send(new CreateStackCommand({ StackName, TemplateBody, ...protection }));
    expect(await endOf(here, StackName)).toBe("CREATE_COMPLETE");
    await expect(there.send(new DeleteStackCommand({ StackName }))).rejects.toMatchObject({
      message: "Stack [protected] cannot be deleted while TerminationProtection is enabled",
    });
    expect(await endOf(there, StackName)).toBe("CREATE_COMPLETE");
    await there.send(
      new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection: false }),
    );
    await here.send(new DeleteStackCommand({ StackName }));
    expect(await endOf(here, StackName)).toBe("DELETE_COMPLETE");
  });

  it("what is to be retained stays when the stack goes", async () => {
    const StackName = "retaining";
    const properties = { Name: "/retained", Type: "String", Value: "kept" };
    const TemplateBody = one(properties, { DeletionPolicy: "Retain" });
    await here.send(new CreateStackCommand({ StackName, TemplateBody }));
    expect(await endOf(here, StackName)).toBe("CREATE_COMPLETE");
    await there.send(new DeleteStackCommand({ StackName }));
    expect(await endOf(there, StackName)).toBe("DELETE_COMPLETE");
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: "/retained" }));
    expect(Parameter?.Value).toBe("kept");
    await ssm.send(new DeleteParameterCommand({ Name: "/retained" }));
  });

  it("what another stack imports stays until that one is gone", async () => {
    const Export = { Name: "shared" };
    const exporting = one({ Type: "String", Value: "x" }, {}, { Out: { Value: "word", Export } });
    const importing = one({ Type: "String", Value: { "Fn::ImportValue": "shared" } });
    await here.send(new CreateStackCommand({ StackName: "exporter", TemplateBody: exporting }));
    expect(await endOf(here, "exporter")).toBe("CREATE_COMPLETE");
    await there.send(new CreateStackCommand({ StackName: "importer", TemplateBody: importing }));
    expect(await endOf(there, "importer")).toBe("CREATE_COMPLETE");
    const refused = await here.send(new DeleteStackCommand({ StackName: "exporter" })).then(
      () => endOf(here, "exporter"),
      (error: Error) => error.message,
    );
    expect(refused).toMatch(/DELETE_FAILED|shared/);
    for (const StackName of ["importer", "exporter"]) {
      await there.send(new DeleteStackCommand({ StackName }));
      expect(await endOf(there, StackName)).toBe("DELETE_COMPLETE");
    }
  });
});
