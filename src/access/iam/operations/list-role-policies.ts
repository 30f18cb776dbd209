import { noSuchRole, operation } from "../contract.ts";
import { pageOf } from "../pages.ts";

/** Lists the names of a role's inline policies. */
export const listRolePolicies = operation("ListRolePolicies", {
  access: "iam",
  async run({ RoleName, ...page }, { account, roles, pageTokens }) {
    const role = await roles.byName(account, RoleName);
    if (!role) throw noSuchRole(RoleName);
    const names = role.inlinePolicies.map(({ name }) => name);
    const context = `iam/role-policies/${role.id}`;
    const { items, ...rest } = pageOf(names, page, pageTokens, context);
    return { PolicyNames: items, ...rest };
  },
});
