import { fault, type ObjectsContext } from "./contract.ts";
import type { Bucket } from "./domain/bucket.ts";
import { matches } from "./domain/conditions.ts";
import {
  type AnyVersion,
  type DeleteMarker,
  nextOrder,
  nullVersion,
  type ObjectVersion,
  type StoredObject,
} from "./domain/stored-object.ts";
import { findBucket } from "./lookup.ts";
import type { Addition, Seen } from "./object-store.ts";

/** What is left to decide when an object is written: which version it is, and when. */
type Placed = "versionId" | "order" | "modifiedAt";
export type Draft = Omit<StoredObject, Placed>;

/** Conditions of a writer. */
export interface WriteConditions {
  readonly IfMatch?: string | undefined;
  readonly IfNoneMatch?: string | undefined;
}

/** Every write that loses a race means that another one won, so this many never happen. */
const attemptsMax = 100;

/** Makes a draft the newest version of its key. */
export function writeObject(
  draft: Draft,
  conditions: WriteConditions,
  more: Pick<Addition, "claims" | "together">,
  context: ObjectsContext,
): Promise<StoredObject> {
  const check = (seen: Seen) => checkConditions(conditions, draft.key, seen);
  return write(draft, (placed) => ({ ...draft, ...placed }), { ...more, check }, context);
}

/** Puts a mark in an object's place that says that it is deleted. */
export function writeDeleteMarker(bucket: string, key: string, context: ObjectsContext) {
  const marker = { kind: "delete-marker", bucket, key } as const;
  return write<DeleteMarker>(
    marker,
    (placed) => ({ ...marker, ...placed }),
    { claims: [] },
    context,
  );
}

interface More extends Pick<Addition, "claims" | "together"> {
  /** Throws when the object that is there must not be replaced. */
  check?(seen: Seen): void;
}

async function write<Version extends AnyVersion>(
  { bucket: name, key }: Pick<ObjectVersion, "bucket" | "key">,
  make: (placed: Pick<ObjectVersion, Placed>) => Version,
  { check, ...more }: More,
  context: ObjectsContext,
): Promise<Version> {
  const { objects, clock, random } = context;
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const bucket = await findBucket({ Bucket: name }, context);
    const seen = await objects.get(name, key);
    check?.(seen);
    const [newest] = await objects.newest(name, key, 1);
    const now = clock.now();
    const order = nextOrder(now, newest?.order, random);
    const versionId = bucket.versioning === "Enabled" ? order : nullVersion;
    const version = make({ order, versionId, modifiedAt: now });
    if (await objects.add(version, { seen, now, ...more })) return version;
  }
  throw fault("OperationAborted");
}

function checkConditions({ IfMatch, IfNoneMatch }: WriteConditions, key: string, seen: Seen): void {
  if (IfMatch !== undefined && !seen) {
    throw fault("NoSuchKey", undefined, { members: { Key: key } });
  }
  const etag = seen?.value.etag ?? "";
  if (IfMatch !== undefined && !matches(IfMatch, etag)) throw preconditionFailed("If-Match");
  if (IfNoneMatch === undefined) return;
  if (seen && matches(IfNoneMatch, etag)) throw preconditionFailed("If-None-Match");
}

export function preconditionFailed(condition: string) {
  return fault("PreconditionFailed", undefined, {
    members: { Condition: condition },
    reason: {
      check: condition,
      expected: "that it holds for the object as it is",
      received: "an object that is otherwise",
      change: "Read the object again, and decide anew.",
    },
  });
}

/** The version that an answer names; none where the bucket has never kept any. */
export function versionNamed({ versioning }: Bucket, { versionId }: { versionId: string }) {
  return versioning === undefined ? {} : { VersionId: versionId };
}
