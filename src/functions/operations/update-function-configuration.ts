import { checkRevision, checkSettings, conflict, newGeneration } from "../changes.ts";
import { type FunctionsContext, fault, type InputOf, operation } from "../contract.ts";
import { describeFunction } from "../domain/configuration.ts";
import type { LatestRecord } from "../domain/record.ts";
import { refuseFeatures } from "../domain/settings.ts";
import { checkSize, findLayers } from "../layers.ts";
import { findFunction } from "../lookup.ts";

/** Changes the settings that are given; the others stay. */
export const updateFunctionConfiguration = operation("UpdateFunctionConfiguration", {
  access: "iam",
  async run(input, context) {
    const refusal = refuseFeatures(input);
    if (refusal !== undefined) throw fault("InvalidParameterValueException", refusal);
    const before = await findFunction(input.FunctionName, undefined, context);
    checkRevision(before.value, input.RevisionId);
    const layers = input.Layers ? await findLayers(input.Layers, context) : before.value.layers;
    const record = { ...changedRecord(before.value, input, context), layers };
    await checkSettings(record, context);
    if (input.Layers) await checkSize(record, await context.functions.readCode(record.code));
    if (!(await context.functions.update(record, before))) throw conflict(record);
    context.changed(before.value, record);
    return describeFunction(record);
  },
});

function changedRecord(
  before: LatestRecord,
  input: InputOf<"UpdateFunctionConfiguration">,
  context: FunctionsContext,
): LatestRecord {
  return {
    ...before,
    runtime: input.Runtime ?? before.runtime,
    handler: input.Handler ?? before.handler,
    role: input.Role ?? before.role,
    description: input.Description ?? before.description,
    timeout: input.Timeout ?? before.timeout,
    memorySize: input.MemorySize ?? before.memorySize,
    // An environment that is given replaces the one before, whole.
    variables: input.Environment ? (input.Environment.Variables ?? {}) : before.variables,
    tracing: input.TracingConfig?.Mode ?? before.tracing,
    ephemeralStorage: input.EphemeralStorage?.Size ?? before.ephemeralStorage,
    logGroup: input.LoggingConfig?.LogGroup ?? before.logGroup,
    ...newGeneration(context),
  };
}
