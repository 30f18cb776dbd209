import { tagList, tagsByKey } from "../../../foundation/tags.ts";
import { type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";
import { isMadeHere, ownTags, tagChanges, tagsFor } from "../tags.ts";
import { changesCode, codeOf, sameCode } from "./function-code.ts";
import { changesSettings, settingsOf } from "./function-settings.ts";

type FunctionProperties = Properties["AWS::Lambda::Function"];

/** Lambda's limit on the name of a function. */
const nameLengthMax = 64;

/** A function, ready to run. Called so because `function` is a word of the language. */
export const lambdaFunction = resource("AWS::Lambda::Function", {
  unsupported: [
    "CapacityProviderConfig",
    "Code/ImageUri",
    "Code/S3ObjectStorageMode",
    "Code/SourceKMSKeyArn",
    "CodeSigningConfigArn",
    "DeadLetterConfig",
    "DurableConfig",
    "FileSystemConfigs",
    "FunctionScalingConfig",
    "ImageConfig",
    "KmsKeyArn",
    "LoggingConfig/ApplicationLogLevel",
    "LoggingConfig/SystemLogLevel",
    "PublishToLatestPublished",
    "RecursiveLoop",
    "RuntimeManagementConfig",
    "TenancyConfig",
    "VpcConfig",
  ],

  async create(properties, context) {
    const { lambda } = context.services;
    const FunctionName = nameOf(properties, context);
    const { Architectures, PackageType, ReservedConcurrentExecutions } = properties;
    const made = await lambda("CreateFunction", {
      ...{ Architectures, FunctionName, PackageType },
      ...settingsOf(properties, FunctionName),
      Code: codeOf(properties),
      Tags: tagsFor(context, tagsByKey(properties.Tags)),
    });
    if (ReservedConcurrentExecutions !== undefined) {
      await changeConcurrency(FunctionName, ReservedConcurrentExecutions, context).catch(
        async (error: unknown) => {
          await lambda("DeleteFunction", { FunctionName });
          throw error;
        },
      );
    }
    return describe(FunctionName, answered(made.FunctionArn));
  },

  async update({ physicalId: FunctionName, previous, properties }, context) {
    const { lambda } = context.services;
    const { Architectures = ["x86_64"] } = properties;
    if (changesCode(previous, properties)) {
      const code = codeOf(properties);
      await lambda("UpdateFunctionCode", { FunctionName, ...code, Architectures });
    }
    if (changesSettings(previous, properties)) {
      const settings = settingsOf(properties, FunctionName);
      await lambda("UpdateFunctionConfiguration", { FunctionName, ...settings });
    }
    const { ReservedConcurrentExecutions } = properties;
    if (ReservedConcurrentExecutions !== previous.ReservedConcurrentExecutions) {
      await changeConcurrency(FunctionName, ReservedConcurrentExecutions, context);
    }
    const { FunctionArn } = await lambda("GetFunctionConfiguration", { FunctionName });
    await changeTags(answered(FunctionArn), previous, properties, context);
    return describe(FunctionName, answered(FunctionArn));
  },

  async delete({ physicalId: FunctionName }, { services }) {
    await services.lambda("DeleteFunction", { FunctionName });
  },

  async read({ physicalId: FunctionName, properties }, context) {
    const { lambda } = context.services;
    const now = await unlessGone(lambda("GetFunction", { FunctionName }));
    if (!now) return undefined;
    const { Configuration = {}, Concurrency, Tags } = now;
    const { Architectures, Description, EphemeralStorage, Environment, Handler } = Configuration;
    const { LoggingConfig, MemorySize, PackageType, Role, Runtime, Timeout } = Configuration;
    return asFarAs(properties, {
      ...{ Architectures, Description, Environment, FunctionName, Handler, MemorySize },
      ...{ PackageType, Role, Runtime, Timeout },
      Code: sameCode(properties, Configuration.CodeSha256),
      EphemeralStorage: { Size: EphemeralStorage?.Size ?? 512 },
      Layers: Configuration.Layers?.map(({ Arn }) => answered(Arn)),
      LoggingConfig: asFarAs(properties.LoggingConfig ?? {}, { ...LoggingConfig }),
      ReservedConcurrentExecutions: Concurrency?.ReservedConcurrentExecutions,
      SnapStart: { ApplyOn: Configuration.SnapStart?.ApplyOn ?? "None" },
      Tags: tagList(ownTags(Tags, context)),
      TracingConfig: { ...Configuration.TracingConfig },
    });
  },

  async find(properties, context) {
    const FunctionName = nameOf(properties, context);
    const found = await unlessGone(context.services.lambda("GetFunction", { FunctionName }));
    return isMadeHere(found?.Tags, context) ? FunctionName : undefined;
  },
});

function nameOf({ FunctionName }: FunctionProperties, { physicalName }: ResourceContext): string {
  return FunctionName ?? physicalName({ maxLength: nameLengthMax });
}

async function changeConcurrency(
  FunctionName: string,
  ReservedConcurrentExecutions: number | undefined,
  { services: { lambda } }: ResourceContext,
): Promise<void> {
  if (ReservedConcurrentExecutions === undefined) {
    await lambda("DeleteFunctionConcurrency", { FunctionName });
  } else await lambda("PutFunctionConcurrency", { FunctionName, ReservedConcurrentExecutions });
}

async function changeTags(
  Resource: string,
  previous: FunctionProperties,
  properties: FunctionProperties,
  context: ResourceContext,
): Promise<void> {
  const before = tagsFor(context, tagsByKey(previous.Tags));
  const { put, removed } = tagChanges(before, tagsFor(context, tagsByKey(properties.Tags)));
  const { lambda } = context.services;
  if (removed.length > 0) await lambda("UntagResource", { Resource, TagKeys: removed });
  if (Object.keys(put).length > 0) await lambda("TagResource", { Resource, Tags: put });
}

function describe(FunctionName: string, Arn: string) {
  const SnapStartResponse = { ApplyOn: "None", OptimizationStatus: "Off" };
  return {
    physicalId: FunctionName,
    attributes: {
      ...{ Arn, SnapStartResponse },
      "SnapStartResponse.ApplyOn": SnapStartResponse.ApplyOn,
      "SnapStartResponse.OptimizationStatus": SnapStartResponse.OptimizationStatus,
    },
  };
}
