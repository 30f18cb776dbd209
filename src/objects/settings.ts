import { fault, type InputOf } from "./contract.ts";
import type { Bucket, Tag } from "./domain/bucket.ts";
import type { Encryption } from "./domain/stored-object.ts";
import { readTags, tagsProblem } from "./domain/tags.ts";

type PutInput = InputOf<"PutObject">;

/** What inputs may ask for and the server has not; `false` asks for nothing. */
const unserved = {
  SSECustomerAlgorithm: "server-side encryption with customer-provided keys",
  SSECustomerKey: "server-side encryption with customer-provided keys",
  ObjectLockEnabledForBucket: "object lock",
  ObjectLockLegalHoldStatus: "object lock",
  ObjectLockMode: "object lock",
  ObjectLockRetainUntilDate: "object lock",
  WebsiteRedirectLocation: "websites of buckets",
  WriteOffsetBytes: "objects that are appended to",
} as const;

const grants = ["GrantFullControl", "GrantRead", "GrantReadACP", "GrantWrite", "GrantWriteACP"];

/** Refuses what an object or a bucket would be promised and not get. */
export function refuseUnserved(input: object): void {
  const given = new Map<string, unknown>(Object.entries(input));
  const acl = given.get("ACL");
  const isOwners = acl === undefined || ownersAcls.has(String(acl));
  if (!isOwners || grants.some((name) => given.get(name) !== undefined)) {
    throw fault("AccessControlListNotSupported");
  }
  for (const [name, what] of Object.entries(unserved)) {
    const value = given.get(name);
    if (value !== undefined && value !== false) throw notImplemented(what);
  }
}

/** Those that leave a bucket's objects to its owner. */
const ownersAcls: ReadonlySet<string> = new Set(["private", "bucket-owner-full-control"]);

export function notImplemented(what: string) {
  return fault("NotImplemented", `Gatepool has no ${what}: see docs/compatibility.md.`, {
    reason: {
      check: "headers",
      expected: "nothing that the server has not",
      received: what,
      change: "Leave it out.",
    },
  });
}

/** How an object is encrypted at AWS: as it is asked for, or as the bucket says. */
export function encryptionOf(
  input: Pick<PutInput, "ServerSideEncryption" | "SSEKMSKeyId" | "BucketKeyEnabled">,
  bucket: Bucket,
): Encryption {
  const { ServerSideEncryption: algorithm, SSEKMSKeyId, BucketKeyEnabled } = input;
  if (algorithm === undefined) return defaultEncryption(bucket);
  if (algorithm === "aws:fsx" || algorithm === "aws:backup") throw notImplemented(algorithm);
  return {
    algorithm,
    ...(SSEKMSKeyId !== undefined && { keyId: SSEKMSKeyId }),
    ...(BucketKeyEnabled !== undefined && { bucketKey: BucketKeyEnabled }),
  };
}

function defaultEncryption({ configurations }: Bucket): Encryption {
  const [rule] = configurations.encryption?.Rules ?? [];
  const { SSEAlgorithm = "AES256", KMSMasterKeyID } =
    rule?.ApplyServerSideEncryptionByDefault ?? {};
  return {
    algorithm:
      SSEAlgorithm === "aws:kms" || SSEAlgorithm === "aws:kms:dsse" ? SSEAlgorithm : "AES256",
    ...(KMSMasterKeyID !== undefined && { keyId: KMSMasterKeyID }),
    ...(rule?.BucketKeyEnabled !== undefined && { bucketKey: rule.BucketKeyEnabled }),
  };
}

/** Encryption as an answer says it. Nothing is said of a key of AWS's own. */
export function encrypting({ algorithm, keyId, bucketKey }: Encryption) {
  return {
    ServerSideEncryption: algorithm,
    ...(keyId !== undefined && { SSEKMSKeyId: keyId }),
    ...(bucketKey !== undefined && { BucketKeyEnabled: bucketKey }),
  };
}

const objectTagsMax = 10;

/** Tags that come in a header. */
export function taggingOf(header: string | undefined): Tag[] {
  if (header === undefined) return [];
  const tags = readTags(header);
  checkTags(tags, objectTagsMax);
  return tags;
}

export function checkTags(tags: readonly Tag[], countMax = objectTagsMax): void {
  const problem = tagsProblem(tags, countMax);
  if (problem !== undefined) throw fault("InvalidTag", problem);
}
