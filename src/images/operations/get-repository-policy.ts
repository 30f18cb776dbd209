import { operation } from "../contract.ts";
import { repositoryOf } from "../lookup.ts";
import { noRepositoryPolicy } from "../missing-policies.ts";

/** Returns the policy of a repository as it was sent. */
export const getRepositoryPolicy = operation("GetRepositoryPolicy", {
  access: "iam",
  async run(named, context) {
    const repository = await repositoryOf(named, context);
    const { account, name, policy } = repository;
    if (policy === undefined) throw noRepositoryPolicy(repository);
    return { registryId: account, repositoryName: name, policyText: policy };
  },
});
