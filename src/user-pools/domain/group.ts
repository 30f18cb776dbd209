import type { GroupType } from "@aws-sdk/client-cognito-identity-provider";
import type { GroupRecord, Membership, UserRecord } from "./records.ts";

/** Quotas of Amazon Cognito. */
export const groupsPerPoolMax = 10_000;
export const groupsPerUserMax = 100;

/** A group as GetGroup answers it. */
export function describeGroup(group: GroupRecord): GroupType {
  return {
    GroupName: group.name,
    UserPoolId: group.poolId,
    ...(group.description === undefined ? {} : { Description: group.description }),
    ...(group.roleArn === undefined ? {} : { RoleArn: group.roleArn }),
    ...(group.precedence === undefined ? {} : { Precedence: group.precedence }),
    LastModifiedDate: new Date(group.modifiedAt),
    CreationDate: new Date(group.createdAt),
  };
}

/** What tokens say of groups; absent members say nothing. */
export interface GroupClaims {
  /** Best precedence first, then by name. */
  readonly names?: readonly string[];
  /** In the order of their groups, each once. */
  readonly roles?: readonly string[];
  /** Of the best group with a role; none when several are best and disagree. */
  readonly preferredRole?: string;
}

/** The claims that the groups of a user give their tokens. */
export function groupClaims(groups: readonly GroupRecord[]): GroupClaims {
  if (groups.length === 0) return {};
  const ordered = groups.toSorted(
    (one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1),
  );
  const names = ordered.map(({ name }) => name);
  const roles = rolesOf(ordered);
  if (roles.length === 0) return { names };
  const bestRank = rank(ordered.find(({ roleArn }) => roleArn !== undefined));
  const [preferredRole, ...rivals] = rolesOf(ordered.filter((group) => rank(group) === bestRank));
  const isClear = preferredRole !== undefined && rivals.length === 0;
  return { names, roles, ...(isClear ? { preferredRole } : {}) };
}

/** Whether the user was put into this very group. */
export function isMember(user: UserRecord, { id }: Membership): boolean {
  return (user.groups ?? []).some((membership) => membership.id === id);
}

function rolesOf(groups: readonly GroupRecord[]): string[] {
  return [...new Set(groups.flatMap(({ roleArn }) => roleArn ?? []))];
}

/** The lower, the better; no precedence is the worst. */
function rank(group: GroupRecord | undefined): number {
  return group?.precedence ?? Number.MAX_SAFE_INTEGER;
}
