import { operation } from "../contract.ts";
import { changeRepository } from "../lookup.ts";
import { noRepositoryPolicy } from "../missing-policies.ts";

/** Takes the policy of a repository away. */
export const deleteRepositoryPolicy = operation("DeleteRepositoryPolicy", {
  access: "iam",
  async run(named, context) {
    const { account, name, policy } = await changeRepository(named, context, (repository) => {
      const { policy, ...rest } = repository;
      if (policy === undefined) throw noRepositoryPolicy(repository);
      return rest;
    });
    return { registryId: account, repositoryName: name, policyText: policy };
  },
});
