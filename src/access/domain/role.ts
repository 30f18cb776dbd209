import { iamArn, parseArn } from "../../foundation/arn.ts";
import type { Random } from "../../foundation/random.ts";

/** A role, with all that hangs on it. */
export interface Role {
  readonly account: string;
  /** Unique within the account, whatever the case of its letters. */
  readonly name: string;
  /** Starts and ends with `/`. */
  readonly path: string;
  /** `AROA…` */
  readonly id: string;
  /** Milliseconds since the epoch, whole seconds. */
  readonly createdAt: number;
  readonly description?: string;
  /** The JSON text, as it was sent. */
  readonly trustPolicy: string;
  readonly maxSessionSeconds: number;
  readonly boundaryArn?: string;
  readonly tags: readonly RoleTag[];
  /** In the order of their names. */
  readonly inlinePolicies: readonly InlinePolicy[];
  readonly attachedPolicyArns: readonly string[];
}

export interface RoleTag {
  readonly key: string;
  readonly value: string;
}

export interface InlinePolicy {
  readonly name: string;
  /** The JSON text, as it was sent. */
  readonly document: string;
}

const idAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** `AROA` and 17 characters of base 32. */
export function newRoleId(random: Random): string {
  return `AROA${random.text(idAlphabet, 17)}`;
}

/** A temporary access key's id: `ASIA` and 16 characters of base 32. */
export function newSessionKeyId(random: Random): string {
  return `ASIA${random.text(idAlphabet, 16)}`;
}

/** `arn:aws:iam::000000000000:role/service-role/name` */
export function roleArnOf(role: Role): string {
  return iamArn(role.account, `role${role.path}${role.name}`);
}

/** Splits a role's ARN; undefined when it is none. */
export function parseRoleArn(arn: string): { account: string; name: string } | undefined {
  const parts = parseArn(arn);
  if (parts?.service !== "iam" || !/^\d{12}$/.test(parts.account)) return undefined;
  const match = /^role\/(?:.*\/)?([\w+=,.@-]{1,64})$/.exec(parts.resource);
  return match?.[1] === undefined ? undefined : { account: parts.account, name: match[1] };
}

/** `arn:aws:sts::000000000000:assumed-role/name/session`: the role's path is left out. */
export function sessionArnOf(account: string, roleName: string, sessionName: string): string {
  return `arn:aws:sts::${account}:assumed-role/${roleName}/${sessionName}`;
}

/** Splits a session's ARN; undefined when it is none. */
export function parseSessionArn(arn: string) {
  const parts = parseArn(arn);
  const [kind, roleName, sessionName] = parts?.resource.split("/") ?? [];
  if (kind !== "assumed-role" || roleName === undefined || sessionName === undefined) {
    return undefined;
  }
  return { account: parts?.account ?? "", roleName, sessionName };
}
