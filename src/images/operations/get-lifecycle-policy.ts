import { operation } from "../contract.ts";
import { repositoryOf } from "../lookup.ts";
import { noLifecyclePolicy } from "../missing-policies.ts";

/** Returns the rules of a repository as they were sent. */
export const getLifecyclePolicy = operation("GetLifecyclePolicy", {
  access: "iam",
  async run(named, context) {
    const repository = await repositoryOf(named, context);
    const { account, name, lifecyclePolicy } = repository;
    if (lifecyclePolicy === undefined) throw noLifecyclePolicy(repository);
    return { registryId: account, repositoryName: name, lifecyclePolicyText: lifecyclePolicy };
  },
});
