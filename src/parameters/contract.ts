import type * as Sdk from "@aws-sdk/client-ssm";
import type { Tenant } from "../foundation/arn.ts";
import type { Clock } from "../foundation/clock.ts";
import { type Operation, operationsOf } from "../wire/operation.ts";
import type { PageTokens } from "../wire/paging.ts";
import type { ParameterStore } from "./parameter-store.ts";
import type { ParameterSecrets } from "./secrets.ts";

/** What every operation of the service runs with. */
export interface ParametersContext {
  readonly tenant: Tenant;
  readonly callerArn: string;
  readonly parameters: ParameterStore;
  readonly secrets: ParameterSecrets;
  readonly pageTokens: PageTokens;
  readonly clock: Clock;
}

export const operation = operationsOf<typeof Sdk, ParametersContext>();
export type ParametersOperation = Operation<ParametersContext>;
