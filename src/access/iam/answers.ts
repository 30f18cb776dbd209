import { type Role, roleArnOf } from "../domain/role.ts";
import type { RoleAnswer } from "./contract.ts";

/** What every answer tells of a role; some operations add to it. */
export function describeRole(role: Role) {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: roleArnOf(role),
    CreateDate: new Date(role.createdAt),
    AssumeRolePolicyDocument: encodeDocument(role.trustPolicy),
    ...(role.description === undefined ? {} : { Description: role.description }),
  };
}

type Extras = "Tags" | "PermissionsBoundary";

/** What CreateRole and GetRole tell besides. ListRoles leaves it out, as IAM does. */
export function describeRoleExtras(role: Role): Pick<RoleAnswer, Extras> {
  const tags = role.tags.map(({ key, value }) => ({ Key: key, Value: value }));
  return {
    ...(tags.length === 0 ? {} : { Tags: tags }),
    ...(role.boundaryArn === undefined
      ? {}
      : {
          PermissionsBoundary: {
            PermissionsBoundaryType: "PermissionsBoundaryPolicy",
            PermissionsBoundaryArn: role.boundaryArn,
          },
        }),
  };
}

/** IAM answers policy documents percent-encoded (RFC 3986). */
export function encodeDocument(document: string): string {
  return encodeURIComponent(document).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
