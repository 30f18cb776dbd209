import { operation } from "../contract.ts";
import { withTags } from "../domain/tags.ts";
import { changeRepository, namedBy } from "../lookup.ts";

/** Sets tags of a repository; others stay. */
export const tagResource = operation("TagResource", {
  access: "iam",
  async run({ resourceArn, tags }, context) {
    await changeRepository(namedBy(resourceArn, context), context, (repository) => ({
      ...repository,
      tags: withTags(repository.tags, tags),
    }));
    return {};
  },
});
