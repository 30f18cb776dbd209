import { describeRole, describeRoleExtras } from "../answers.ts";
import { noSuchRole, operation } from "../contract.ts";

/** Tells all of a role but the policies that hang on it. */
export const getRole = operation("GetRole", {
  access: "iam",
  async run({ RoleName }, { account, roles }) {
    const role = await roles.byName(account, RoleName);
    if (!role) throw noSuchRole(RoleName);
    return {
      Role: {
        ...describeRole(role),
        MaxSessionDuration: role.maxSessionSeconds,
        ...describeRoleExtras(role),
        // Uses are not counted; AWS answers an empty member for a role that was never used.
        RoleLastUsed: {},
      },
    };
  },
});
