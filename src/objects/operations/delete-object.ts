import { type InputOf, type ObjectsContext, operation } from "../contract.ts";
import { deleteObjectOf } from "../deleting.ts";
import { matches } from "../domain/conditions.ts";
import { findBucket, findObject } from "../lookup.ts";
import { notImplemented } from "../settings.ts";
import { preconditionFailed } from "../writing.ts";

/** Deletes an object, or one version of it for good. */
export const deleteObject = operation("DeleteObject", {
  access: "iam",
  async run(input, context) {
    const bucket = await findBucket(input, context);
    await checkConditions(input, context);
    return deleteObjectOf(bucket, input.Key, input.VersionId, context);
  },
});

async function checkConditions(input: InputOf<"DeleteObject">, context: ObjectsContext) {
  if (input.IfMatchLastModifiedTime ?? input.IfMatchSize) {
    throw notImplemented("conditions of directory buckets");
  }
  if (input.IfMatch === undefined) return;
  const { etag } = await findObject({ name: input.Bucket }, input, context);
  if (!matches(input.IfMatch, etag)) throw preconditionFailed("If-Match");
}
