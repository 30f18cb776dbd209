import { fault, noSuchRole, operation } from "../contract.ts";

/** Takes away what a role's permissions may not go beyond. */
export const deleteRolePermissionsBoundary = operation("DeleteRolePermissionsBoundary", {
  access: "iam",
  async run({ RoleName }, { account, roles }) {
    const updated = await roles.update(account, RoleName, ({ boundaryArn, ...role }) => {
      if (boundaryArn !== undefined) return role;
      const message = `Role ${RoleName} does not have a permissions boundary.`;
      throw fault("NoSuchEntityException", message);
    });
    if (!updated) throw noSuchRole(RoleName);
    return {};
  },
});
