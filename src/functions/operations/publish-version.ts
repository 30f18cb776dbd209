import { checkRevision } from "../changes.ts";
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
    const before = await findFunction(FunctionName, undefined, context);
    checkRevision(before.value, RevisionId);
    const { sha256 } = before.value.code;
    if (CodeSha256 !== undefined && CodeSha256 !== sha256) {
      const message =
        `CodeSHA256 (${CodeSha256}) is different from current CodeSHA256 in $LATEST (${sha256}). ` +
        "Please try again with the CodeSHA256 in $LATEST.";
      throw fault("InvalidParameterValueException", message);
    }
    const version = await publish(before, Description, context);
    return describeFunction(version, version.version);
  },
});
