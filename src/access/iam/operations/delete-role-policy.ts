import { noSuchRole, noSuchRolePolicy, operation } from "../contract.ts";

/** Removes an inline policy of a role. */
export const deleteRolePolicy = operation("DeleteRolePolicy", {
  access: "iam",
  async run({ RoleName, PolicyName }, { account, roles }) {
    const updated = await roles.update(account, RoleName, (role) => {
      const inlinePolicies = role.inlinePolicies.filter(({ name }) => name !== PolicyName);
      if (inlinePolicies.length === role.inlinePolicies.length) throw noSuchRolePolicy(PolicyName);
      return { ...role, inlinePolicies };
    });
    if (!updated) throw noSuchRole(RoleName);
    return {};
  },
});
