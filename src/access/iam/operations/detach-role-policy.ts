import { fault, noSuchRole, operation } from "../contract.ts";

/** Detaches a managed policy from a role. */
export const detachRolePolicy = operation("DetachRolePolicy", {
  access: "iam",
  async run({ RoleName, PolicyArn }, { account, roles }) {
    const updated = await roles.update(account, RoleName, (role) => {
      const attachedPolicyArns = role.attachedPolicyArns.filter((arn) => arn !== PolicyArn);
      if (attachedPolicyArns.length === role.attachedPolicyArns.length) {
        throw fault("NoSuchEntityException", `Policy ${PolicyArn} was not found.`);
      }
      return { ...role, attachedPolicyArns };
    });
    if (!updated) throw noSuchRole(RoleName);
    return {};
  },
});
