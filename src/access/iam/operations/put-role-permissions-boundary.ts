import { checkBoundary } from "../../domain/managed-policy.ts";
import { noSuchRole, operation } from "../contract.ts";

/** Sets the policy that a role's permissions may not go beyond. */
export const putRolePermissionsBoundary = operation("PutRolePermissionsBoundary", {
  access: "iam",
  async run({ RoleName, PermissionsBoundary: boundaryArn }, { account, roles, policies }) {
    checkBoundary(boundaryArn, await policies.isOf(account, boundaryArn));
    const updated = await roles.update(account, RoleName, (role) => ({ ...role, boundaryArn }));
    if (!updated) throw noSuchRole(RoleName);
    return {};
  },
});
