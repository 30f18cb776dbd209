import { checkPermissionsPolicy } from "../../domain/policy-document.ts";
import { checkInlinePolicySize } from "../../domain/quotas.ts";
import { noSuchRole, operation } from "../contract.ts";

/** Writes an inline policy of a role, whole. */
export const putRolePolicy = operation("PutRolePolicy", {
  access: "iam",
  async run({ RoleName, PolicyName, PolicyDocument }, { account, roles }) {
    const updated = await roles.update(account, RoleName, (role) => {
      checkPermissionsPolicy(PolicyDocument);
      const others = role.inlinePolicies.filter(({ name }) => name !== PolicyName);
      const policies = [...others, { name: PolicyName, document: PolicyDocument }];
      checkInlinePolicySize(role.name, policies);
      policies.sort((one, other) => (one.name < other.name ? -1 : 1));
      return { ...role, inlinePolicies: policies };
    });
    if (!updated) throw noSuchRole(RoleName);
    return {};
  },
});
