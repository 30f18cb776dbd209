import { fault, type ObjectsContext } from "./contract.ts";
import type { Bucket } from "./domain/bucket.ts";
import { type AnyVersion, nullVersion } from "./domain/stored-object.ts";
import { writeDeleteMarker } from "./writing.ts";

/** What was done: the version that is gone, or the mark that was put. */
export interface Deletion {
  readonly DeleteMarker?: true;
  readonly VersionId?: string;
}

/** Every removal that loses a race means that another change won, so this many never happen. */
const attemptsMax = 100;

/**
 * Deletes an object. A bucket that keeps versions puts a mark in its place; one version is
 * removed for good. What is not there counts as deleted.
 */
export function deleteObjectOf(
  bucket: Bucket,
  key: string,
  versionId: string | undefined,
  context: ObjectsContext,
): Promise<Deletion> {
  if (versionId !== undefined) return removeVersion(bucket, key, versionId, context);
  if (bucket.versioning !== undefined) return mark(bucket, key, context);
  return removeVersion(bucket, key, nullVersion, context).then(() => ({}));
}

async function mark({ name }: Bucket, key: string, context: ObjectsContext): Promise<Deletion> {
  const { versionId } = await writeDeleteMarker(name, key, context);
  return { DeleteMarker: true, VersionId: versionId };
}

async function removeVersion(
  { name }: Bucket,
  key: string,
  versionId: string,
  { objects, clock }: ObjectsContext,
): Promise<Deletion> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const version = await objects.version(name, key, versionId);
    if (!version) return { VersionId: versionId };
    if (await objects.remove(version, clock.now())) return deletionOf(version.value);
  }
  throw fault("OperationAborted");
}

function deletionOf({ kind, versionId }: AnyVersion): Deletion {
  return { VersionId: versionId, ...(kind === "delete-marker" && { DeleteMarker: true }) };
}
