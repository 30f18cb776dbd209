import { withoutTags } from "../../foundation/tags.ts";
import { operation } from "../contract.ts";
import { changeRepository, namedBy } from "../lookup.ts";

/** Removes tags of a repository by their keys. */
export const untagResource = operation("UntagResource", {
  access: "iam",
  async run({ resourceArn, tagKeys }, context) {
    await changeRepository(namedBy(resourceArn, context), context, (repository) => ({
      ...repository,
      tags: withoutTags(repository.tags, tagKeys),
    }));
    return {};
  },
});
