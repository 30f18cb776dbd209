import { withVersion } from "../../domain/account-policy.ts";
import { checkPermissionsPolicy } from "../../domain/policy-document.ts";
import { checkManagedPolicySize } from "../../domain/quotas.ts";
import { noSuchPolicy, operation } from "../contract.ts";
import { changePolicy, describeVersion } from "../policies.ts";

/** Adds a document to a managed policy, in force at once or not. */
export const createPolicyVersion = operation("CreatePolicyVersion", {
  access: "iam",
  async run({ PolicyArn, PolicyDocument: document, SetAsDefault = false }, context) {
    checkPermissionsPolicy(document);
    checkManagedPolicySize(document);
    const now = Math.floor(context.clock.now() / 1000) * 1000;
    const policy = await changePolicy(PolicyArn, context, (before) =>
      withVersion(before, document, SetAsDefault, now),
    );
    const version = policy === "removed" ? undefined : policy.versions.at(-1);
    if (policy === "removed" || !version) throw noSuchPolicy(PolicyArn);
    return { PolicyVersion: describeVersion(policy, version) };
  },
});
