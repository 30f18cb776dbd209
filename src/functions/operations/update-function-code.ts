import { checkRevision, conflict, newGeneration } from "../changes.ts";
import { fault, operation } from "../contract.ts";
import { describeFunction } from "../domain/configuration.ts";
import type { LatestRecord } from "../domain/record.ts";
import { refuseFeatures } from "../domain/settings.ts";
import { checkSize } from "../layers.ts";
import { findFunction } from "../lookup.ts";
import { publishLatest } from "../publishing.ts";
import { referenceTo, unpack, zipOf } from "../upload.ts";

/** Replaces the code of a function: the next event meets the new one. */
export const updateFunctionCode = operation("UpdateFunctionCode", {
  access: "iam",
  async run(input, context) {
    const refusal = refuseFeatures({ PublishTo: input.PublishTo });
    if (refusal !== undefined) throw fault("InvalidParameterValueException", refusal);
    const before = await findFunction(input.FunctionName, undefined, context);
    checkRevision(before.value, input.RevisionId);
    const zip = await zipOf(input, context);
    const record: LatestRecord = {
      ...before.value,
      architecture: input.Architectures?.[0] ?? before.value.architecture,
      code: referenceTo(zip, context),
      ...newGeneration(context),
    };
    await checkSize(record, zip);
    await unpack(record, zip, context);
    if (input.DryRun) {
      context.forget(record);
      return describeFunction(record);
    }
    if (!(await context.functions.updateCode(record, before, zip))) {
      context.forget(record);
      throw conflict(record);
    }
    context.changed(before.value, record);
    if (!input.Publish) return describeFunction(record);
    const version = await publishLatest(record.name, context);
    return describeFunction(version, version.version);
  },
});
