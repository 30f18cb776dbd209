import { operation } from "../contract.ts";
import { changeRepository } from "../lookup.ts";

/** Chooses whether the tags of images may move. */
export const putImageTagMutability = operation("PutImageTagMutability", {
  access: "iam",
  async run({ imageTagMutability, imageTagMutabilityExclusionFilters, ...named }, context) {
    const filters = imageTagMutabilityExclusionFilters;
    const { account, name } = await changeRepository(named, context, (repository) => {
      const { exclusionFilters: _, ...rest } = repository;
      const tagMutability = imageTagMutability;
      return { ...rest, tagMutability, ...(filters && { exclusionFilters: filters }) };
    });
    return {
      ...{ registryId: account, repositoryName: name, imageTagMutability },
      ...(filters && { imageTagMutabilityExclusionFilters: filters }),
    };
  },
});
