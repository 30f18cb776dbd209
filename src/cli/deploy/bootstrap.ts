import { isAwsError } from "../client.ts";
import { findStack } from "./cloudformation.ts";
import { pathOf } from "./publish.ts";
import type { StackSource } from "./stack-source.ts";
import { placed, type Target } from "./target.ts";

/** As the CDK calls them when an app says nothing else. */
const toolkitName = "CDKToolkit";
const versionName = "/cdk-bootstrap/hnb659fds/version";
/** What every app of version 2 asks for. A bootstrap of the CDK's own brings a later one. */
const versionLeast = 6;

/** Where files go whose manifest names no bucket. */
export function stagingBucketOf({ account, region }: Pick<Target, "account" | "region">): string {
  return `cdk-hnb659fds-assets-${account}-${region}`;
}

/** What a deployment needs of the CDK's bootstrap stack, and is not there. */
export interface Missing {
  readonly buckets: readonly string[];
  /** A parameter of Systems Manager. */
  readonly parameter?: { readonly name: string; readonly version: number };
}

/** @param places buckets of the files that are to be published; they may hold placeholders */
export async function missingFor(
  { versionParameter, version = 0 }: StackSource,
  places: readonly string[],
  target: Target,
): Promise<Missing> {
  const buckets: string[] = [];
  for (const bucket of new Set(places.map((place) => placed(place, target)))) {
    if (!(await hasBucket(target, bucket))) buckets.push(bucket);
  }
  const name = versionParameter ?? (buckets.length > 0 ? versionName : undefined);
  if (name === undefined || (await hasParameter(target, name))) return { buckets };
  return { buckets, parameter: { name, version: Math.max(version, versionLeast) } };
}

async function hasBucket({ client }: Target, bucket: string): Promise<boolean> {
  try {
    await client.s3("GET", `${pathOf(bucket)}?location`);
    return true;
  } catch (error) {
    if (isAwsError(error, "NoSuchBucket")) return false;
    throw error;
  }
}

async function hasParameter({ client }: Target, name: string): Promise<boolean> {
  try {
    await client.ssm("GetParameter", { Name: name });
    return true;
  } catch (error) {
    if (isAwsError(error, "ParameterNotFound")) return false;
    throw error;
  }
}

/**
 * A stack that makes what is missing, called and built as the CDK's own: `cdk bootstrap` finds it
 * there later, and makes the whole of it. Undefined where that stack stands, and lacks them, or
 * where the app has names of its own for them.
 */
export async function toolkitFor(
  { buckets, parameter }: Missing,
  { cloudFormation }: Target,
): Promise<StackSource | undefined> {
  if (parameter?.name !== versionName || buckets.length > 1) return undefined;
  if (await findStack(cloudFormation, toolkitName)) return undefined;
  return {
    ...{ id: toolkitName, stackName: toolkitName, displayName: toolkitName },
    ...{
      template: toolkitTemplate(parameter, buckets[0]),
      templateFile: `${toolkitName}.template.json`,
    },
    ...{ parameters: {}, tags: {}, assets: [], dependencies: [] },
  };
}

function toolkitTemplate(
  { name, version }: NonNullable<Missing["parameter"]>,
  bucket: string | undefined,
): string {
  const parameter = { Type: "String", Name: name, Value: String(version) };
  const resources = {
    ...(bucket !== undefined && {
      StagingBucket: {
        ...{ Type: "AWS::S3::Bucket", Properties: { BucketName: bucket } },
        ...{ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" },
      },
    }),
    CdkBootstrapVersion: { Type: "AWS::SSM::Parameter", Properties: parameter },
  };
  const outputs = {
    ...(bucket !== undefined && {
      BucketName: { Value: { Ref: "StagingBucket" } },
      BucketDomainName: { Value: { "Fn::GetAtt": ["StagingBucket", "RegionalDomainName"] } },
    }),
    BootstrapVersion: { Value: { "Fn::GetAtt": ["CdkBootstrapVersion", "Value"] } },
  };
  const Description = "As much of the CDK's bootstrap stack as gatepool deploy needs.";
  return JSON.stringify({ Description, Resources: resources, Outputs: outputs }, undefined, 1);
}

/** Makes what is missing beside any stack. */
export async function makeMissing(
  { buckets, parameter }: Missing,
  { client, region }: Target,
): Promise<void> {
  for (const bucket of buckets) await client.s3("PUT", pathOf(bucket), locationOf(region));
  if (parameter === undefined) return;
  const { name: Name, version } = parameter;
  await client.ssm("PutParameter", { Name, Value: String(version), Type: "String" });
}

/** S3's first region has no name as a location. */
function locationOf(region: string): Uint8Array<ArrayBuffer> {
  if (region === "us-east-1") return new Uint8Array();
  const namespace = "http://s3.amazonaws.com/doc/2006-03-01/";
  return new TextEncoder().encode(
    `<CreateBucketConfiguration xmlns="${namespace}">` +
      `<LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`,
  );
}
