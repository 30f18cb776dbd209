import { iamArn } from "../../foundation/arn.ts";
import { Fault } from "../../foundation/fault.ts";
import type { Random } from "../../foundation/random.ts";
import { policyNamed } from "./managed-policy.ts";
import type { RoleTag } from "./role.ts";

/** A managed policy of an account, as against AWS's own. */
export interface AccountPolicy {
  readonly account: string;
  /** Unique within the account, whatever the case of its letters. */
  readonly name: string;
  /** Starts and ends with `/`. */
  readonly path: string;
  /** `ANPA…` */
  readonly id: string;
  /** Milliseconds since the epoch, whole seconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly description?: string;
  /** The oldest first. */
  readonly versions: readonly PolicyVersion[];
  /** The number of the one that is in force. */
  readonly defaultVersion: number;
  /** Numbers are never given twice. */
  readonly lastVersion: number;
  readonly tags: readonly RoleTag[];
}

export interface PolicyVersion {
  readonly number: number;
  /** The JSON text, as it was sent. */
  readonly document: string;
  readonly createdAt: number;
}

const idAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const versionsMax = 5;

/** `ANPA` and 17 characters of base 32. */
export function newPolicyId(random: Random): string {
  return `ANPA${random.text(idAlphabet, 17)}`;
}

/** `arn:aws:iam::000000000000:policy/team/name` */
export function policyArnOf({ account, path, name }: AccountPolicy): string {
  return iamArn(account, `policy${path}${name}`);
}

/** Splits the ARN of an account's policy; undefined when it is AWS's, or none. */
export function parsePolicyArn(arn: string): { account: string; name: string } | undefined {
  const named = policyNamed(arn);
  return named && /^\d{12}$/.test(named.account) ? named : undefined;
}

/** The document that is in force. */
export function documentInForce({ versions, defaultVersion }: AccountPolicy): string {
  const version = versions.find(({ number }) => number === defaultVersion);
  if (!version) throw new Error("a policy has no default version");
  return version.document;
}

/** The version that a request names, such as `v2`. */
export function versionOf(policy: AccountPolicy, versionId: string): PolicyVersion {
  const version = policy.versions.find(({ number }) => `v${number}` === versionId);
  if (version) return version;
  const message = `Policy ${policyArnOf(policy)} version ${versionId} does not exist.`;
  throw new Fault("NoSuchEntityException", message);
}

/**
 * The policy with one more version.
 * @throws Fault LimitExceeded when it has as many as it may
 */
export function withVersion(
  policy: AccountPolicy,
  document: string,
  isDefault: boolean,
  now: number,
): AccountPolicy {
  if (policy.versions.length >= versionsMax) {
    const message =
      `A managed policy can have up to ${versionsMax} versions. Before you create a new version, ` +
      "you must delete an existing version.";
    throw new Fault("LimitExceededException", message);
  }
  const number = policy.lastVersion + 1;
  return {
    ...policy,
    versions: [...policy.versions, { number, document, createdAt: now }],
    ...{ lastVersion: number, updatedAt: now },
    ...(isDefault && { defaultVersion: number }),
  };
}
