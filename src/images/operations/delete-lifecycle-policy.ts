import { operation } from "../contract.ts";
import { changeRepository } from "../lookup.ts";
import { noLifecyclePolicy } from "../missing-policies.ts";

/** Takes the rules of a repository away. */
export const deleteLifecyclePolicy = operation("DeleteLifecyclePolicy", {
  access: "iam",
  async run(named, context) {
    const before = await changeRepository(named, context, (repository) => {
      const { lifecyclePolicy, ...rest } = repository;
      if (lifecyclePolicy === undefined) throw noLifecyclePolicy(repository);
      return rest;
    });
    const { account, name, lifecyclePolicy } = before;
    return { registryId: account, repositoryName: name, lifecyclePolicyText: lifecyclePolicy };
  },
});
