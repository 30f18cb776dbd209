import { noSuchRole, operation } from "../contract.ts";

/** Changes a role's description and the longest duration of its sessions. */
export const updateRole = operation("UpdateRole", {
  access: "iam",
  async run({ RoleName, Description, MaxSessionDuration }, { account, roles }) {
    const updated = await roles.update(account, RoleName, (role) => ({
      ...role,
      ...(Description !== undefined && { description: Description }),
      ...(MaxSessionDuration !== undefined && { maxSessionSeconds: MaxSessionDuration }),
    }));
    if (!updated) throw noSuchRole(RoleName);
    return {};
  },
});
