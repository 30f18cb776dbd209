import { checkSettings, newGeneration } from "../changes.ts";
import { type FunctionsContext, fault, type InputOf, operation } from "../contract.ts";
import { describeFunction } from "../domain/configuration.ts";
import type { LatestRecord } from "../domain/record.ts";
import { refuseFeatures } from "../domain/settings.ts";
import { checkSize, findLayers } from "../layers.ts";
import { readName } from "../lookup.ts";
import { publishLatest } from "../publishing.ts";
import { checkTags } from "../tagging.ts";
import { referenceTo, unpack, zipOf } from "../upload.ts";

/** Makes a function from a zip file. It is ready when the answer comes. */
export const createFunction = operation("CreateFunction", {
  access: "iam",
  async run(input, context) {
    const refusal = refuseFeatures(input);
    if (refusal !== undefined) throw fault("InvalidParameterValueException", refusal);
    const zip = await zipOf(input.Code, context);
    const layers = await findLayers(input.Layers ?? [], context);
    const record = { ...newRecord(input, zip, context), layers };
    checkTags(record.tags);
    await checkSettings(record, context);
    if (await context.functions.get(record.tenant, record.name)) throw exists(record);
    await checkSize(record, zip);
    await unpack(record, zip, context);
    if (!(await context.functions.create(record, zip))) {
      context.forget(record);
      throw exists(record);
    }
    if (!input.Publish) return describeFunction(record);
    const version = await publishLatest(record.name, context);
    return describeFunction(version, version.version);
  },
});

function newRecord(
  input: InputOf<"CreateFunction">,
  zip: Buffer,
  context: FunctionsContext,
): LatestRecord {
  const { name } = readName(input.FunctionName, undefined, context);
  const { Runtime, Handler } = input;
  if (Runtime === undefined || Handler === undefined) {
    const message =
      "Runtime and Handler are mandatory parameters for functions created with deployment " +
      "packages.";
    throw fault("InvalidParameterValueException", message);
  }
  return {
    tenant: context.tenant,
    name,
    version: "$LATEST",
    runtime: Runtime,
    handler: Handler,
    role: input.Role,
    description: input.Description ?? "",
    timeout: input.Timeout ?? 3,
    memorySize: input.MemorySize ?? 128,
    variables: input.Environment?.Variables ?? {},
    architecture: input.Architectures?.[0] ?? "x86_64",
    tracing: input.TracingConfig?.Mode ?? "PassThrough",
    ephemeralStorage: input.EphemeralStorage?.Size ?? 512,
    logGroup: input.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
    tags: input.Tags ?? {},
    layers: [],
    versions: {},
    aliases: {},
    policies: {},
    code: referenceTo(zip, context),
    ...newGeneration(context),
  };
}

function exists({ name }: LatestRecord) {
  return fault("ResourceConflictException", `Function already exist: ${name}`);
}
