import { operation } from "../contract.ts";
import { describeRepository } from "../domain/repository.ts";
import { repositoryOf } from "../lookup.ts";
import { openToken } from "../pages.ts";

const pageLength = 100;

/** Tells of the repositories that are named, or of all. */
export const describeRepositories = operation("DescribeRepositories", {
  access: "iam",
  async run({ repositoryNames, registryId, maxResults, nextToken }, context) {
    const { tenant, repositories, pageTokens } = context;
    if (repositoryNames) {
      const named = repositoryNames.map((repositoryName) => ({ repositoryName, registryId }));
      const found = await Promise.all(named.map((each) => repositoryOf(each, context)));
      return { repositories: found.map(describeRepository) };
    }
    if (registryId !== undefined && registryId !== tenant.account) return { repositories: [] };
    const list = `images/${tenant.account}/${tenant.region}`;
    const after = nextToken === undefined ? undefined : openToken(nextToken, list, context);
    const { items, next } = await repositories.page(tenant, maxResults ?? pageLength, after);
    return {
      repositories: items.map(({ value }) => describeRepository(value)),
      ...(next !== undefined && { nextToken: pageTokens.seal(next, list) }),
    };
  },
});
