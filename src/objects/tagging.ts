import { fault, type ObjectsContext } from "./contract.ts";
import type { Tag } from "./domain/bucket.ts";
import { findBucket, findObject } from "./lookup.ts";
import { versionNamed } from "./writing.ts";

interface NamedObject {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId?: string | undefined;
  readonly ExpectedBucketOwner?: string | undefined;
}

/** Every change that loses a race means that another one won, so this many never happen. */
const attemptsMax = 100;

/** Puts tags in the place of those that an object, or one version of it, has. */
export async function retag(named: NamedObject, tags: readonly Tag[], context: ObjectsContext) {
  const { objects } = context;
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const bucket = await findBucket(named, context);
    const object = await findObject(bucket, named, context);
    const version = await objects.version(bucket.name, object.key, object.versionId);
    if (version && (await objects.retag(version, tags))) return versionNamed(bucket, object);
  }
  throw fault("OperationAborted");
}
