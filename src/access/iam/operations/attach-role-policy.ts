import { checkAttachable } from "../../domain/managed-policy.ts";
import { checkAttachedPolicyCount } from "../../domain/quotas.ts";
import { noSuchRole, operation } from "../contract.ts";

/** Attaches a managed policy to a role; attaching it twice changes nothing. */
export const attachRolePolicy = operation("AttachRolePolicy", {
  access: "iam",
  async run({ RoleName, PolicyArn }, { account, roles, policies }) {
    const isThere = await policies.isOf(account, PolicyArn);
    const updated = await roles.update(account, RoleName, (role) => {
      checkAttachable(PolicyArn, isThere);
      const arns = new Set(role.attachedPolicyArns).add(PolicyArn);
      checkAttachedPolicyCount(arns.size);
      return { ...role, attachedPolicyArns: [...arns].sort() };
    });
    if (!updated) throw noSuchRole(RoleName);
    return {};
  },
});
