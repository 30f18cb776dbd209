import type { Call } from "../../wire/operation.ts";
import type { ServiceDefinition } from "../../wire/service.ts";
import { shapes } from "../../wire/shapes/iam.ts";
import type { IamContext } from "./contract.ts";
import { attachRolePolicy } from "./operations/attach-role-policy.ts";
import { createRole } from "./operations/create-role.ts";
import { deleteRole } from "./operations/delete-role.ts";
import { deleteRolePermissionsBoundary } from "./operations/delete-role-permissions-boundary.ts";
import { deleteRolePolicy } from "./operations/delete-role-policy.ts";
import { detachRolePolicy } from "./operations/detach-role-policy.ts";
import { getRole } from "./operations/get-role.ts";
import { getRolePolicy } from "./operations/get-role-policy.ts";
import { listAttachedRolePolicies } from "./operations/list-attached-role-policies.ts";
import { listRolePolicies } from "./operations/list-role-policies.ts";
import { listRoles } from "./operations/list-roles.ts";
import { putRolePermissionsBoundary } from "./operations/put-role-permissions-boundary.ts";
import { putRolePolicy } from "./operations/put-role-policy.ts";
import { tagRole } from "./operations/tag-role.ts";
import { untagRole } from "./operations/untag-role.ts";
import { updateAssumeRolePolicy } from "./operations/update-assume-role-policy.ts";
import { updateRole } from "./operations/update-role.ts";

/** IAM, as far as roles go. */
export function iamDefinition(deps: Omit<IamContext, "account">): ServiceDefinition<IamContext> {
  return {
    shapes,
    constraintFault: "ValidationError",
    context: (call: Call) => ({ ...deps, account: call.tenant.account }),
    operations: [
      attachRolePolicy,
      createRole,
      deleteRole,
      deleteRolePermissionsBoundary,
      deleteRolePolicy,
      detachRolePolicy,
      getRole,
      getRolePolicy,
      listAttachedRolePolicies,
      listRolePolicies,
      listRoles,
      putRolePermissionsBoundary,
      putRolePolicy,
      tagRole,
      untagRole,
      updateAssumeRolePolicy,
      updateRole,
    ],
  };
}
