import { fault, type ObjectsContext } from "./contract.ts";
import { type Bucket, nameProblem } from "./domain/bucket.ts";
import type { AnyVersion, StoredObject } from "./domain/stored-object.ts";

/** How an operation names a bucket, and whom it expects to own it. */
interface NamedBucket {
  readonly Bucket: string;
  readonly ExpectedBucketOwner?: string | undefined;
}

/** The caller's bucket of this name, or the fault that there is none. */
export async function findBucket(named: NamedBucket, context: ObjectsContext): Promise<Bucket> {
  const bucket = await context.buckets.get(named.Bucket);
  if (!bucket) throw noSuchBucket(named.Bucket);
  const { account } = bucket.tenant;
  const expected = named.ExpectedBucketOwner ?? account;
  if (account === context.tenant.account && account === expected) return bucket;
  throw fault("AccessDenied", undefined, {
    reason: {
      check: "bucket owner",
      expected: `a bucket of account ${expected}, called by that account`,
      received: `a bucket of account ${account}, called by ${context.tenant.account}`,
      change: "Use the credentials of the account that owns the bucket, or another bucket.",
    },
  });
}

export function noSuchBucket(name: string) {
  const problem = nameProblem(name);
  return fault("NoSuchBucket", undefined, {
    members: { BucketName: name },
    reason: {
      check: "bucket",
      expected: problem === undefined ? "a bucket that is there" : `a bucket's name: ${problem}`,
      received: name,
      change: "Create the bucket (for CDK's own: run cdk bootstrap), or correct its name.",
    },
  });
}

/** How an operation names an object, or one version of it. */
interface NamedObject {
  readonly Key: string;
  readonly VersionId?: string | undefined;
}

/** The object, or the fault that says what is there instead. */
export async function findObject(
  { name }: Pick<Bucket, "name">,
  { Key, VersionId }: NamedObject,
  { objects }: ObjectsContext,
): Promise<StoredObject> {
  if (VersionId === undefined) {
    const object = await objects.get(name, Key);
    if (object) return object.value;
    const [newest] = await objects.newest(name, Key, 1);
    throw noSuchKey(Key, newest);
  }
  const version = (await objects.version(name, Key, VersionId))?.value;
  if (!version) throw fault("NoSuchVersion", undefined, { members: { Key, VersionId } });
  if (version.kind === "object") return version;
  const headers = { ...markerHeaders(version), allow: "DELETE" };
  throw fault("MethodNotAllowed", undefined, { headers });
}

function noSuchKey(key: string, newest: AnyVersion | undefined) {
  return fault("NoSuchKey", undefined, {
    members: { Key: key },
    ...(newest && { headers: markerHeaders(newest) }),
    reason: {
      check: "object",
      expected: "an object under this key",
      received: key.slice(0, 200),
      change: "List the bucket to see which keys there are.",
    },
  });
}

function markerHeaders({ versionId }: AnyVersion): Record<string, string> {
  return { "x-amz-delete-marker": "true", "x-amz-version-id": versionId };
}
