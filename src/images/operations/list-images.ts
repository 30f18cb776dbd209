import { operation } from "../contract.ts";
import { repositoryOf } from "../lookup.ts";

/** Tells that a repository has no images. */
export const listImages = operation("ListImages", {
  access: "iam",
  async run(named, context) {
    await repositoryOf(named, context);
    return { imageIds: [] };
  },
});
