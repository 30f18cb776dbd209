import { encodeDocument } from "../answers.ts";
import { noSuchRole, noSuchRolePolicy, operation } from "../contract.ts";

/** Tells an inline policy of a role. */
export const getRolePolicy = operation("GetRolePolicy", {
  access: "iam",
  async run({ RoleName, PolicyName }, { account, roles }) {
    const role = await roles.byName(account, RoleName);
    if (!role) throw noSuchRole(RoleName);
    const policy = role.inlinePolicies.find(({ name }) => name === PolicyName);
    if (!policy) throw noSuchRolePolicy(PolicyName);
    return {
      RoleName: role.name,
      PolicyName,
      PolicyDocument: encodeDocument(policy.document),
    };
  },
});
