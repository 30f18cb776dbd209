import { invalid, operation } from "../contract.ts";
import { hasList } from "../domain/policy-text.ts";
import { changeRepository } from "../lookup.ts";

/** Keeps the rules by which images would expire, if there were any. */
export const putLifecyclePolicy = operation("PutLifecyclePolicy", {
  access: "iam",
  async run({ lifecyclePolicyText, ...named }, context) {
    if (!hasList(lifecyclePolicyText, "rules")) {
      throw invalid(
        "Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: " +
          "'Lifecycle policy validation failure: it is not JSON with rules'",
      );
    }
    const { account, name } = await changeRepository(named, context, (repository) => ({
      ...repository,
      lifecyclePolicy: lifecyclePolicyText,
    }));
    return { registryId: account, repositoryName: name, lifecyclePolicyText };
  },
});
