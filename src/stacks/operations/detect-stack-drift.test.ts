import {
  DescribeStackDriftDetectionStatusCommand,
  DescribeStackResourceDriftsCommand,
  DetectStackDriftCommand,
  DetectStackResourceDriftCommand,
  ListStackResourcesCommand,
} from "@aws-sdk/client-cloudformation";
import { DeleteParameterCommand, PutParameterCommand } from "@aws-sdk/client-ssm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  parametersTemplate,
  type StacksServer,
  stackClient,
  stacksServer,
} from "../../../test/fixtures/stacks.ts";
import { engineNames } from "../../../test/fixtures/storage.ts";

const named = { StackName: "hello" };

describe.each(engineNames)("drift on %s", (engine) => {
  let server: StacksServer;
  let hello: ReturnType<typeof stackClient>;

  beforeEach(async () => {
    server = await stacksServer(engine);
    hello = stackClient(server, "hello");
    const TemplateBody = parametersTemplate({ A: "1", B: "2", C: "3" });
    expect(await hello.create({ TemplateBody })).toMatchObject({ StackStatus: "CREATE_COMPLETE" });
    server.clock.advance(60_000);
  });

  afterEach(() => server.close());

  async function detect(LogicalResourceIds?: string[]) {
    const { StackDriftDetectionId } = await server.cloudFormation.send(
      new DetectStackDriftCommand({ ...named, LogicalResourceIds }),
    );
    return server.cloudFormation.send(
      new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId }),
    );
  }

  async function resources() {
    const { StackResourceSummaries = [] } = await server.cloudFormation.send(
      new ListStackResourcesCommand(named),
    );
    return StackResourceSummaries;
  }

  it("is none where nobody has changed anything", async () => {
    expect((await hello.stack())?.DriftInformation).toEqual({ StackDriftStatus: "NOT_CHECKED" });
    expect(await detect()).toMatchObject({
      ...{ DetectionStatus: "DETECTION_COMPLETE", StackDriftStatus: "IN_SYNC" },
      DriftedStackResourceCount: 0,
    });
    expect((await hello.stack())?.DriftInformation).toMatchObject({ StackDriftStatus: "IN_SYNC" });
  });

  it("is what was changed or removed by hand", async () => {
    const [a, b] = (await resources()).map(({ PhysicalResourceId = "" }) => PhysicalResourceId);
    await server.ssm.send(new PutParameterCommand({ Name: a, Value: "by hand", Overwrite: true }));
    await server.ssm.send(new DeleteParameterCommand({ Name: b }));
    expect(await detect()).toMatchObject({
      ...{ StackDriftStatus: "DRIFTED", DriftedStackResourceCount: 2 },
    });
    const { StackResourceDrifts = [] } = await server.cloudFormation.send(
      new DescribeStackResourceDriftsCommand({
        ...{ ...named, StackResourceDriftStatusFilters: ["MODIFIED", "DELETED"] },
      }),
    );
    expect(StackResourceDrifts).toMatchObject([
      {
        ...{ LogicalResourceId: "A", StackResourceDriftStatus: "MODIFIED" },
        PropertyDifferences: [
          {
            ...{ PropertyPath: "/Value", DifferenceType: "NOT_EQUAL" },
            ...{ ExpectedValue: "1", ActualValue: "by hand" },
          },
        ],
      },
      { LogicalResourceId: "B", StackResourceDriftStatus: "DELETED", PropertyDifferences: [] },
    ]);
    expect((await resources()).map(({ DriftInformation }) => DriftInformation)).toMatchObject([
      { StackResourceDriftStatus: "MODIFIED" },
      { StackResourceDriftStatus: "DELETED" },
      { StackResourceDriftStatus: "IN_SYNC", LastCheckTimestamp: expect.any(Date) },
    ]);
  });

  it("is looked for in one resource, too", async () => {
    const { StackResourceDrift } = await server.cloudFormation.send(
      new DetectStackResourceDriftCommand({ ...named, LogicalResourceId: "C" }),
    );
    expect(StackResourceDrift).toMatchObject({
      ...{ LogicalResourceId: "C", StackResourceDriftStatus: "IN_SYNC" },
    });
    expect(JSON.parse(StackResourceDrift?.ExpectedProperties ?? "")).toMatchObject({ Value: "3" });
    await expect(detect(["D"])).rejects.toMatchObject({
      message: "Resource D does not exist for stack hello",
    });
    const unknown = new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId: "none" });
    await expect(server.cloudFormation.send(unknown)).rejects.toMatchObject({
      message: "Drift detection [none] does not exist",
    });
  });

  it("is not looked for where there is none to find, or no stack that stands", async () => {
    const Metadata = { Type: "AWS::CDK::Metadata", Properties: { Analytics: "v2" } };
    const metadata = stackClient(server, "metadata");
    const made = await metadata.create({
      TemplateBody: JSON.stringify({ Resources: { Metadata } }),
    });
    const one = { StackName: "metadata", LogicalResourceId: "Metadata" };
    const ofMetadata = new DetectStackResourceDriftCommand(one);
    await expect(server.cloudFormation.send(ofMetadata)).rejects.toMatchObject({
      message: expect.stringMatching(/^Drift detection is not supported for resource Metadata/),
    });
    await metadata.delete();
    const gone = new DetectStackDriftCommand({ StackName: made?.StackId });
    await expect(server.cloudFormation.send(gone)).rejects.toMatchObject({
      message: `Stack [${made?.StackId}] does not exist`,
    });
  });
});
