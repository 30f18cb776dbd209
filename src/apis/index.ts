import { type Note, noteTrace } from "../diagnostics/note.ts";
import type { TraceLog } from "../diagnostics/trace.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Log } from "../foundation/log.ts";
import type { Random } from "../foundation/random.ts";
import type { PlanTable } from "../gateway/plan-table.ts";
import type { Records } from "../storage/records.ts";
import type { LocalKeys } from "../tokens/key-set.ts";
import type { PageTokens } from "../wire/paging.ts";
import type { ServiceDefinition } from "../wire/service.ts";
import { Changes } from "./changes.ts";
import { Deployer } from "./deployer.ts";
import { Follower } from "./follower.ts";
import type { HttpApiContext } from "./http/contract.ts";
import { httpApis } from "./http/service.ts";
import { createIssuerCheck } from "./issuer-check.ts";
import { Publisher } from "./publisher.ts";
import { ApiStore } from "./store.ts";

/** What API Gateway's control plane works with. */
export interface ApisDependencies {
  readonly records: Records;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly traces: TraceLog;
  readonly pages: PageTokens;
  /** Where the gateway finds what it serves. */
  readonly plans: PlanTable;
  /** Tells whether an issuer is a user pool of this server. */
  readonly localKeys: LocalKeys;
  /** The address under which an API is called, without a stage and a slash at the end. */
  apiEndpoint(apiId: string, region: string): string;
}

export interface Apis {
  readonly definition: ServiceDefinition<HttpApiContext>;
  /** Makes the gateway serve all that is stored. To be awaited before the first request. */
  load(): Promise<void>;
  /** Looks from now on, twice a second, for what other nodes change. */
  follow(): void;
  /** Stops following. */
  close(): Promise<void>;
}

/** API Gateway's control plane for HTTP APIs. */
export function createApis(dependencies: ApisDependencies): Apis {
  const { records, clock, random, log, plans, localKeys, pages, apiEndpoint } = dependencies;
  const store = new ApiStore(records);
  const deployer = new Deployer(store, clock, random);
  const changes = new Changes(store, deployer, new Publisher(store, plans, log));
  const follower = new Follower(store.revisions, changes, log);
  const checkIssuer = createIssuerCheck(localKeys, clock);
  const note = (each: Note) => dependencies.traces.record(noteTrace(each, clock.now()));
  const parts = { store, changes, deployer, checkIssuer, pages, clock, random, note, apiEndpoint };
  return {
    definition: httpApis(parts),
    async load() {
      await changes.finishRemovals();
      await follower.look();
    },
    follow: () => follower.start(),
    close: () => follower.stop(),
  };
}
