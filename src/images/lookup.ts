import { parseArn } from "../foundation/arn.ts";
import { fault, type ImagesContext, invalid } from "./contract.ts";
import type { RepositoryRecord } from "./domain/repository.ts";

/** How operations name a repository. */
interface Named {
  readonly repositoryName: string;
  readonly registryId?: string | undefined;
}

type Change = (repository: RepositoryRecord) => RepositoryRecord;

/**
 * The repository that is named.
 * @throws Fault RepositoryNotFoundException
 */
export async function repositoryOf(
  named: Named,
  context: ImagesContext,
): Promise<RepositoryRecord> {
  const { tenant, repositories } = context;
  const isHere = named.registryId === undefined || named.registryId === tenant.account;
  const found = isHere && (await repositories.byName(tenant, named.repositoryName));
  if (found) return found;
  throw noSuchRepository(named, context);
}

/**
 * Changes a repository.
 * @returns what it was before
 * @throws Fault RepositoryNotFoundException
 */
export async function changeRepository(
  named: Named,
  context: ImagesContext,
  change: Change,
): Promise<RepositoryRecord> {
  await repositoryOf(named, context);
  const { tenant, repositories } = context;
  const before = await repositories.update(tenant, named.repositoryName, change);
  if (before) return before;
  throw noSuchRepository(named, context);
}

export function noSuchRepository({ repositoryName, registryId }: Named, { tenant }: ImagesContext) {
  const registry = registryId ?? tenant.account;
  const message =
    `The repository with name '${repositoryName}' does not exist in the registry ` +
    `with id '${registry}'`;
  return fault("RepositoryNotFoundException", message);
}

/**
 * What an operation on tags names by its ARN.
 * @throws Fault InvalidParameterException for the ARN of anything else
 */
export function namedBy(resourceArn: string, { tenant }: ImagesContext): Named {
  const { service, account, region, resource = "" } = parseArn(resourceArn) ?? {};
  const repositoryName = /^repository\/(.+)$/.exec(resource)?.[1];
  if (service === "ecr" && region === tenant.region && account && repositoryName) {
    return { repositoryName, registryId: account };
  }
  throw invalid(`Invalid parameter at 'resourceArn': ${resourceArn} names no repository here`);
}
