import type { Clock } from "../foundation/clock.ts";
import type { Records } from "../storage/records.ts";
import type { PageTokens } from "../wire/paging.ts";
import type { ServiceDefinition } from "../wire/service.ts";
import type { ImagesContext } from "./contract.ts";
import { defineService } from "./service.ts";
import { createRepositoryStore } from "./store.ts";

interface Deps {
  readonly records: Records;
  readonly pageTokens: PageTokens;
  readonly clock: Clock;
}

/** ECR: repositories as deployments make them, without a registry behind them. */
export function imagesDefinition(deps: Deps): ServiceDefinition<ImagesContext> {
  const { records, pageTokens, clock } = deps;
  const repositories = createRepositoryStore(records);
  return defineService(({ tenant }) => ({ tenant, repositories, pageTokens, clock }));
}
