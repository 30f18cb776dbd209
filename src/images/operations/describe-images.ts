import { fault, operation } from "../contract.ts";
import { repositoryOf } from "../lookup.ts";

/** Tells that a repository has no images. */
export const describeImages = operation("DescribeImages", {
  access: "iam",
  async run({ imageIds = [], ...named }, context) {
    const { name, account } = await repositoryOf(named, context);
    const [wanted] = imageIds;
    if (!wanted) return { imageDetails: [] };
    const { imageDigest = "null", imageTag = "null" } = wanted;
    const message =
      `The image with imageId {imageDigest:'${imageDigest}', imageTag:'${imageTag}'} does not ` +
      `exist within the repository with name '${name}' in the registry with id '${account}'`;
    throw fault("ImageNotFoundException", message);
  },
});
