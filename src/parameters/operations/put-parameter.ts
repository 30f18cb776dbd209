import { Fault } from "../../foundation/fault.ts";
import type { Input } from "../../wire/operation.ts";
import { defaultKey } from "../answers.ts";
import { operation, type ParametersContext } from "../contract.ts";
import { invalid, notSupported } from "../domain/faults.ts";
import { checkName } from "../domain/name.ts";
import type { ParameterRecord } from "../domain/parameter.ts";
import { withTags } from "../domain/tags.ts";
import { checkValue, tierFor } from "../domain/value.ts";

type PutInput = Input<typeof import("@aws-sdk/client-ssm"), "PutParameter">;

/** Makes a parameter, or a new version of one. */
export const putParameter = operation("PutParameter", {
  access: "iam",
  async run(input, context) {
    checkName(input.Name);
    refuseUnsupported(input);
    checkValue(input.Value, input.AllowedPattern);
    for (;;) {
      const before = await context.parameters.byName(context.tenant, input.Name);
      const after = nextVersion(input, before?.value, context);
      if (await context.parameters.write(before, after)) {
        return { Version: after.version, Tier: after.tier };
      }
    }
  },
});

function refuseUnsupported({ Policies, KeyId, DataType, Type, Tags, Overwrite }: PutInput) {
  if (Policies !== undefined) throw notSupported("Policies", Policies);
  if (KeyId !== undefined && KeyId !== defaultKey) {
    throw new Fault("InvalidKeyId", `Gatepool has no key ${KeyId}: leave KeyId out.`);
  }
  if (KeyId !== undefined && Type !== "SecureString") {
    throw invalid("KeyId is only for parameters of the type SecureString.");
  }
  if (DataType !== undefined && DataType !== "text") throw notSupported("DataType", DataType);
  if (Overwrite && Tags && Tags.length > 0) {
    throw invalid(
      "Invalid request: tags and overwrite can't be used together. To create a parameter with " +
        "tags, please remove overwrite flag. To update tags for an existing parameter, please " +
        "use AddTagsToResource or RemoveTagsFromResource.",
    );
  }
}

/** What an overwriting call leaves out stays as it was. */
function nextVersion(
  input: PutInput,
  before: ParameterRecord | undefined,
  { tenant, callerArn, secrets, clock }: ParametersContext,
): ParameterRecord {
  if (before && !input.Overwrite) {
    throw new Fault(
      "ParameterAlreadyExists",
      "The parameter already exists. To overwrite this value, set the overwrite option in the " +
        "request to true.",
    );
  }
  const type = typeFor(input, before);
  const version = (before?.version ?? 0) + 1;
  const { Name: name, Value: value } = input;
  const description = input.Description ?? before?.description;
  const allowedPattern = input.AllowedPattern ?? before?.allowedPattern;
  const place = { ...tenant, name, version };
  return {
    ...place,
    type,
    value: type === "SecureString" ? secrets.seal(value, place) : value,
    ...(description !== undefined && { description }),
    ...(allowedPattern !== undefined && { allowedPattern }),
    dataType: "text",
    tier: tierFor(value, input.Tier ?? before?.tier),
    tags: withTags(before?.tags ?? {}, input.Tags ?? []),
    modifiedAt: clock.now(),
    modifiedBy: callerArn,
  };
}

function typeFor({ Type }: PutInput, before: ParameterRecord | undefined) {
  const type = Type ?? before?.type;
  if (type === undefined) {
    throw invalid("A parameter type is required when you create a parameter.");
  }
  if (before && before.type !== type) {
    throw new Fault(
      "HierarchyTypeMismatchException",
      `The type of a parameter can't be changed: this one is ${before.type}, not ${type}.`,
    );
  }
  return type;
}
