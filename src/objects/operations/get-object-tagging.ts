import { operation } from "../contract.ts";
import { findBucket, findObject } from "../lookup.ts";
import { versionNamed } from "../writing.ts";

/** Gives an object's tags. */
export const getObjectTagging = operation("GetObjectTagging", {
  access: "iam",
  async run(input, context) {
    const bucket = await findBucket(input, context);
    const object = await findObject(bucket, input, context);
    return { TagSet: [...object.tags], ...versionNamed(bucket, object) };
  },
});
