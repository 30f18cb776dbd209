import { describe, expect, test } from "vitest";
import type { FunctionRecord } from "./record.ts";
import { refuseFeatures, refuseSettings } from "./settings.ts";

const record: FunctionRecord = {
  tenant: { account: "000000000000", region: "us-east-1" },
  name: "hello",
  version: "$LATEST",
  runtime: "python3.11",
  handler: "lambda_function.lambda_handler",
  role: "arn:aws:iam::000000000000:role/hello",
  description: "",
  timeout: 900,
  memorySize: 10_240,
  variables: { GREETING: "hello" },
  architecture: "x86_64",
  tracing: "PassThrough",
  ephemeralStorage: 512,
  logGroup: "/aws/lambda/hello",
  tags: {},
  layers: [],
  code: { id: "1", size: 1, sha256: "", chunks: 1 },
  generation: "1",
  revisionId: "1",
  modifiedAt: 0,
};

test("settings at their limits pass", () => {
  expect(refuseSettings(record)).toBeUndefined();
});

test.each<[Partial<FunctionRecord>, string]>([
  [{ timeout: 901 }, "Value '901' at 'timeout' failed to satisfy constraint: Member must have"],
  [{ memorySize: 10_241 }, "'MemorySize' value failed to satisfy constraint"],
  [{ name: "x".repeat(65) }, "at 'functionName' failed to satisfy constraint"],
  [{ runtime: "java21" }, "Value java21 at 'runtime'"],
  [{ variables: { AWS_REGION: "x", A1: "y" } }, "used in this request: AWS_REGION"],
  [{ variables: { LONG: "x".repeat(4096) } }, "exceeded the 4KB limit"],
])("%o is refused", (change, message) => {
  expect(refuseSettings({ ...record, ...change })).toContain(message);
});

describe("what is not there is named", () => {
  test.each<[string, Parameters<typeof refuseFeatures>[0]]>([
    ["PackageType Image", { PackageType: "Image" }],
    ["PackageType Image", { ImageConfig: {} }],
    ["VpcConfig", { VpcConfig: { SubnetIds: ["subnet-1"] } }],
    ["FileSystemConfigs", { FileSystemConfigs: [{ Arn: "a", LocalMountPath: "/mnt/a" }] }],
    ["DeadLetterConfig", { DeadLetterConfig: { TargetArn: "arn:aws:sqs:::x" } }],
    ["KMSKeyArn", { KMSKeyArn: "arn:aws:kms:::x" }],
    ["CodeSigningConfigArn", { CodeSigningConfigArn: "arn" }],
    ["SnapStart", { SnapStart: { ApplyOn: "PublishedVersions" } }],
    ["DurableConfig", { DurableConfig: {} }],
    ["TenancyConfig", { TenancyConfig: { TenantIsolationMode: "PER_TENANT" } }],
    ["LogFormat JSON", { LoggingConfig: { LogFormat: "JSON" } }],
  ])("%s", (name, asked) => {
    expect(refuseFeatures(asked)).toContain(name);
  });

  test("and what says the same as its absence is taken", () => {
    const refusal = refuseFeatures({
      PackageType: "Zip",
      Layers: [],
      VpcConfig: { SubnetIds: [] },
      DeadLetterConfig: {},
      KMSKeyArn: "",
      Publish: true,
      SnapStart: { ApplyOn: "None" },
      LoggingConfig: { LogFormat: "Text" },
    });
    expect(refusal).toBeUndefined();
  });
});
