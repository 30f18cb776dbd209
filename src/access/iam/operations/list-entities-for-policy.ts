import type { Role } from "../../domain/role.ts";
import { operation } from "../contract.ts";
import { holdersOf } from "../holders.ts";
import { pageOf } from "../pages.ts";

/** Lists the roles that have a managed policy, or that it bounds; there is nobody else here. */
export const listEntitiesForPolicy = operation("ListEntitiesForPolicy", {
  access: "iam",
  async run({ PolicyArn, EntityFilter, PathPrefix = "/", PolicyUsageFilter, ...page }, context) {
    const { attached, bounded } = await holdersOf(PolicyArn, context);
    const isRole = EntityFilter === undefined || EntityFilter === "Role";
    const holders = PolicyUsageFilter === "PermissionsBoundary" ? bounded : attached;
    const roles = isRole ? holders.filter(({ path }) => path.startsWith(PathPrefix)) : [];
    const byName = new Map<string, Role>(roles.map((role) => [role.name, role]));
    const list = `iam/entities/${context.account}${PathPrefix}${PolicyArn}`;
    const { items, ...rest } = pageOf([...byName.keys()].sort(), page, context.pageTokens, list);
    return {
      PolicyRoles: items.map((name) => ({ RoleName: name, RoleId: byName.get(name)?.id })),
      ...{ PolicyGroups: [], PolicyUsers: [], ...rest },
    };
  },
});
