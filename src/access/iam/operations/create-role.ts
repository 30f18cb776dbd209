import { checkBoundary } from "../../domain/managed-policy.ts";
import { readTrustPolicy } from "../../domain/policy-document.ts";
import { checkTrustPolicySize } from "../../domain/quotas.ts";
import { newRoleId, type Role } from "../../domain/role.ts";
import { addTags } from "../../domain/tags.ts";
import { describeRole, describeRoleExtras } from "../answers.ts";
import { fault, operation } from "../contract.ts";

/** Makes a role that those may assume whom its trust policy names. */
export const createRole = operation("CreateRole", {
  access: "iam",
  async run(input, { account, roles, policies, clock, random }) {
    readTrustPolicy(input.AssumeRolePolicyDocument);
    checkTrustPolicySize(input.AssumeRolePolicyDocument);
    const { PermissionsBoundary: boundaryArn, Description: description } = input;
    if (boundaryArn !== undefined) {
      checkBoundary(boundaryArn, await policies.isOf(account, boundaryArn));
    }
    const role: Role = {
      account,
      name: input.RoleName,
      path: input.Path ?? "/",
      id: newRoleId(random),
      createdAt: Math.floor(clock.now() / 1000) * 1000,
      trustPolicy: input.AssumeRolePolicyDocument,
      maxSessionSeconds: input.MaxSessionDuration ?? 3600,
      tags: addTags([], input.Tags ?? []),
      inlinePolicies: [],
      attachedPolicyArns: [],
      ...(description === undefined ? {} : { description }),
      ...(boundaryArn === undefined ? {} : { boundaryArn }),
    };
    if (!(await roles.add(role))) {
      throw fault("EntityAlreadyExistsException", `Role with name ${role.name} already exists.`);
    }
    return { Role: { ...describeRole(role), ...describeRoleExtras(role) } };
  },
});
