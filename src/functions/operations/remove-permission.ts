import { changeFunction, checkRevision } from "../changes.ts";
import { fault, operation } from "../contract.ts";
import { readName } from "../lookup.ts";
import { policyOf, withPolicy } from "../policies.ts";

/** Takes a statement out of a function's policy. */
export const removePermission = operation("RemovePermission", {
  access: "iam",
  async run({ FunctionName, Qualifier, StatementId, RevisionId }, context) {
    const asked = readName(FunctionName, Qualifier, context);
    await changeFunction(asked.name, context, (latest) => {
      const policy = policyOf(latest, asked, context);
      if (policy.statements.length === 0) {
        const message = "No policy is associated with the given resource.";
        throw fault("ResourceNotFoundException", message);
      }
      const kept = policy.statements.filter(({ Sid }) => Sid !== StatementId);
      if (kept.length === policy.statements.length) {
        const message = `Statement ${StatementId} is not found in resource policy.`;
        throw fault("ResourceNotFoundException", message);
      }
      checkRevision(policy, RevisionId, "GetPolicy");
      return { record: withPolicy(latest, policy, kept, context) };
    });
    return {};
  },
});
