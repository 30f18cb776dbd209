import { operation } from "../contract.ts";
import { deleteObjectOf } from "../deleting.ts";
import { findBucket } from "../lookup.ts";

/** Deletes an object, or one version of it for good. */
export const deleteObject = operation("DeleteObject", {
  access: "iam",
  async run(input, context) {
    const bucket = await findBucket(input, context);
    return deleteObjectOf(bucket, input.Key, input.VersionId, context);
  },
});
