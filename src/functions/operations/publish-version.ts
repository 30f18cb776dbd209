import { checkRevision, untilWritten } from "../changes.ts";
import { fault, operation } from "../contract.ts";
import { describeFunction } from "../domain/configuration.ts";
import { refuseFeatures } from "../domain/settings.ts";
import { findFunction } from "../lookup.ts";
import { publish } from "../publishing.ts";

/** Makes a version of a function, which never changes. */
export const publishVersion = operation("PublishVersion", {
  access: "iam",
  async run({ FunctionName, CodeSha256, Description, RevisionId, PublishTo }, context) {
    const refusal = refuseFeatures({ PublishTo });
    if (refusal !== undefined) throw fault("InvalidParameterValueException", refusal);
    const version = await untilWritten(FunctionName, async () => {
      const before = await findFunction(FunctionName, undefined, context);
      checkRevision(before.value, RevisionId);
      checkCode(before.value.code.sha256, CodeSha256);
      return publish(before, Description, context);
    });
    return describeFunction(version, version.version);
  },
});

function checkCode(sha256: string, wanted: string | undefined): void {
  if (wanted === undefined || wanted === sha256) return;
  const message =
    `CodeSHA256 (${wanted}) is different from current CodeSHA256 in $LATEST (${sha256}). ` +
    "Please try again with the CodeSHA256 in $LATEST.";
  throw fault("InvalidParameterValueException", message);
}
