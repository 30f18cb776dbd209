import type { DeletedObject, ObjectIdentifier } from "@aws-sdk/client-s3";
import { fault, operation } from "../contract.ts";
import { deleteObjectOf } from "../deleting.ts";
import { findBucket } from "../lookup.ts";
import { notImplemented } from "../settings.ts";

const keysMax = 1000;

/** Deletes many objects, or versions of them, and says of each what was done. */
export const deleteObjects = operation("DeleteObjects", {
  access: "iam",
  async run(input, context) {
    const bucket = await findBucket(input, context);
    const { Objects, Quiet } = input.Delete;
    if (Objects.length === 0 || Objects.length > keysMax) throw fault("MalformedXML");
    refuseConditions(Objects);
    const Deleted: DeletedObject[] = [];
    for (const { Key, VersionId } of Objects) {
      const done = await deleteObjectOf(bucket, Key, VersionId, context);
      Deleted.push({
        Key,
        ...(VersionId !== undefined && { VersionId }),
        ...(done.DeleteMarker && { DeleteMarker: true }),
        ...(done.DeleteMarker && { DeleteMarkerVersionId: done.VersionId }),
      });
    }
    return Quiet ? {} : { Deleted };
  },
});

/** Nothing may be deleted whose condition nobody has looked at. */
function refuseConditions(objects: readonly ObjectIdentifier[]): void {
  const isConditional = objects.some((each) => each.ETag ?? each.Size ?? each.LastModifiedTime);
  if (isConditional) throw notImplemented("conditions on objects that are deleted together");
}
