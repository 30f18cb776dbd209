import type { PageTokens } from "../wire/paging.ts";
import type { ServiceDefinition } from "../wire/service.ts";
import type { LogsContext } from "./contract.ts";
import type { LogStore } from "./log-store.ts";
import { defineService } from "./service.ts";

export { LogStore } from "./log-store.ts";

interface Deps {
  readonly logs: LogStore;
  readonly pageTokens: PageTokens;
  readonly clock: LogsContext["clock"];
}

/** CloudWatch Logs: what functions print, and what clients put beside it. */
export function logsDefinition(deps: Deps): ServiceDefinition<LogsContext> {
  return defineService((call) => ({ ...deps, tenant: call.tenant }));
}
