import { type AccountPolicy, newPolicyId } from "../../domain/account-policy.ts";
import { checkPermissionsPolicy } from "../../domain/policy-document.ts";
import { checkManagedPolicySize } from "../../domain/quotas.ts";
import { addTags } from "../../domain/tags.ts";
import { fault, operation } from "../contract.ts";
import { describePolicy, describePolicyExtras } from "../policies.ts";

/** Makes a managed policy of the account. */
export const createPolicy = operation("CreatePolicy", {
  access: "iam",
  async run({ PolicyName: name, Path, PolicyDocument: document, Description, Tags }, context) {
    const { account, policies, clock, random } = context;
    checkPermissionsPolicy(document);
    checkManagedPolicySize(document);
    const now = Math.floor(clock.now() / 1000) * 1000;
    const policy: AccountPolicy = {
      ...{ account, name, path: Path ?? "/", id: newPolicyId(random) },
      ...{ createdAt: now, updatedAt: now, defaultVersion: 1, lastVersion: 1 },
      ...(Description !== undefined && { description: Description }),
      versions: [{ number: 1, document, createdAt: now }],
      tags: addTags([], Tags ?? []),
    };
    if (!(await policies.add(policy))) {
      const message = `A policy called ${name} already exists. Duplicate names are not allowed.`;
      throw fault("EntityAlreadyExistsException", message);
    }
    return {
      Policy: { ...(await describePolicy(policy, context)), ...describePolicyExtras(policy) },
    };
  },
});
