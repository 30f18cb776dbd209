import { readTrustPolicy } from "../../domain/policy-document.ts";
import { checkTrustPolicySize } from "../../domain/quotas.ts";
import { noSuchRole, operation } from "../contract.ts";

/** Replaces the policy that says who may assume a role. */
export const updateAssumeRolePolicy = operation("UpdateAssumeRolePolicy", {
  access: "iam",
  async run({ RoleName, PolicyDocument }, { account, roles }) {
    const updated = await roles.update(account, RoleName, (role) => {
      readTrustPolicy(PolicyDocument);
      checkTrustPolicySize(PolicyDocument);
      return { ...role, trustPolicy: PolicyDocument };
    });
    if (!updated) throw noSuchRole(RoleName);
    return {};
  },
});
