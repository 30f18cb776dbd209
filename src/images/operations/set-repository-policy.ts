import { invalid, operation } from "../contract.ts";
import { hasList } from "../domain/policy-text.ts";
import { changeRepository } from "../lookup.ts";

/** Keeps the policy that says who may use a repository. */
export const setRepositoryPolicy = operation("SetRepositoryPolicy", {
  access: "iam",
  async run({ policyText, ...named }, context) {
    if (!hasList(policyText, "Statement")) {
      throw invalid(
        "Invalid parameter at 'PolicyText' failed to satisfy constraint: " +
          "'Invalid repository policy provided'",
      );
    }
    const { account, name } = await changeRepository(named, context, (repository) => ({
      ...repository,
      policy: policyText,
    }));
    return { registryId: account, repositoryName: name, policyText };
  },
});
