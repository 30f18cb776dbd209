import type { Clock } from "../foundation/clock.ts";
import type { Keyring } from "../storage/keyring.ts";
import type { Records } from "../storage/records.ts";
import type { PageTokens } from "../wire/paging.ts";
import type { ServiceDefinition } from "../wire/service.ts";
import type { ParametersContext } from "./contract.ts";
import { createParameterStore } from "./parameter-store.ts";
import { createSecrets } from "./secrets.ts";
import { defineService } from "./service.ts";

interface Deps {
  readonly records: Records;
  readonly keyring: Keyring;
  readonly pageTokens: PageTokens;
  readonly clock: Clock;
}

/** Systems Manager, as far as its Parameter Store goes. */
export function parametersDefinition(deps: Deps): ServiceDefinition<ParametersContext> {
  const { records, keyring, pageTokens, clock } = deps;
  const parameters = createParameterStore(records);
  const secrets = createSecrets(keyring);
  return defineService(({ tenant, callerArn }) => ({
    ...{ tenant, callerArn, parameters, secrets, pageTokens, clock },
  }));
}
