import { fault } from "./contract.ts";
import type { RepositoryRecord } from "./domain/repository.ts";

export function noRepositoryPolicy({ name, account }: RepositoryRecord) {
  const message =
    `Repository policy does not exist for the repository with name '${name}' in the registry ` +
    `with id '${account}'`;
  return fault("RepositoryPolicyNotFoundException", message);
}

export function noLifecyclePolicy({ name, account }: RepositoryRecord) {
  const message =
    `Lifecycle policy does not exist for the repository with name '${name}' in the registry ` +
    `with id '${account}'`;
  return fault("LifecyclePolicyNotFoundException", message);
}
