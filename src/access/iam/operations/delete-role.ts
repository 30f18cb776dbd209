import { fault, noSuchRole, operation } from "../contract.ts";

/** Removes a role that has no policies left. */
export const deleteRole = operation("DeleteRole", {
  access: "iam",
  async run({ RoleName }, { account, roles }) {
    const removed = await roles.remove(account, RoleName, (role) => {
      if (role.attachedPolicyArns.length > 0) throw conflict("must detach all policies first.");
      if (role.inlinePolicies.length > 0) throw conflict("must delete policies first.");
    });
    if (!removed) throw noSuchRole(RoleName);
    return {};
  },
});

function conflict(what: string) {
  return fault("DeleteConflictException", `Cannot delete entity, ${what}`);
}
