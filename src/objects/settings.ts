import { fault, type InputOf } from "./contract.ts";
import type { Bucket, Tag } from "./domain/bucket.ts";
import type { Encryption } from "./domain/stored-object.ts";
import { readTags, tagsProblem } from "./domain/tags.ts";

type PutInput = InputOf<"PutObject">;
type Unserved = Pick<
  PutInput,
  "SSECustomerAlgorithm" | "SSECustomerKey" | "ObjectLockMode" | "ObjectLockLegalHoldStatus" | "ACL"
>;

/** Refuses what an object would be promised and not get. */
export function refuseUnserved(input: Partial<Unserved>): void {
  if (input.ACL !== undefined && !ownersAcls.has(input.ACL)) {
    throw fault("AccessControlListNotSupported");
  }
  const { SSECustomerAlgorithm, SSECustomerKey, ObjectLockMode, ObjectLockLegalHoldStatus } = input;
  if (SSECustomerAlgorithm !== undefined || SSECustomerKey !== undefined) {
    throw notImplemented("server-side encryption with customer-provided keys");
  }
  if (ObjectLockMode !== undefined || ObjectLockLegalHoldStatus !== undefined) {
    throw notImplemented("object lock");
  }
}

/** Those that leave a bucket's objects to its owner. */
const ownersAcls: ReadonlySet<string> = new Set(["private", "bucket-owner-full-control"]);

function notImplemented(what: string) {
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
