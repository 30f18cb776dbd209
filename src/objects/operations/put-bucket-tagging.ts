import { changeBucket } from "../configuring.ts";
import { operation } from "../contract.ts";
import { checkTags } from "../settings.ts";

const tagsMax = 50;

/** Puts a bucket's tags in the place of those that it had. */
export const putBucketTagging = operation("PutBucketTagging", {
  access: "iam",
  async run(input, context) {
    const tags = input.Tagging.TagSet;
    checkTags(tags, tagsMax);
    await changeBucket(input, context, (bucket) => ({ ...bucket, tags }));
    return {};
  },
});
