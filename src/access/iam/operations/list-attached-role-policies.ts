import { policyNamed } from "../../domain/managed-policy.ts";
import { noSuchRole, operation } from "../contract.ts";
import { pageOf } from "../pages.ts";

/** Lists the managed policies that are attached to a role. */
export const listAttachedRolePolicies = operation("ListAttachedRolePolicies", {
  access: "iam",
  async run({ RoleName, PathPrefix = "/", ...page }, { account, roles, pageTokens }) {
    const role = await roles.byName(account, RoleName);
    if (!role) throw noSuchRole(RoleName);
    const arns = role.attachedPolicyArns.filter((arn) =>
      policyNamed(arn)?.path.startsWith(PathPrefix),
    );
    const context = `iam/attached-role-policies/${role.id}${PathPrefix}`;
    const { items, ...rest } = pageOf(arns, page, pageTokens, context);
    const policies = items.map((arn) => ({
      PolicyName: policyNamed(arn)?.name,
      PolicyArn: arn,
    }));
    return { AttachedPolicies: policies, ...rest };
  },
});
