import type * as Sdk from "@aws-sdk/client-ecr";
import type { Tenant } from "../foundation/arn.ts";
import type { Clock } from "../foundation/clock.ts";
import { Fault, type FaultDetails } from "../foundation/fault.ts";
import { type Operation, operationsOf } from "../wire/operation.ts";
import type { PageTokens } from "../wire/paging.ts";
import type { FaultCode } from "../wire/shapes/ecr.ts";
import type { RepositoryStore } from "./store.ts";

/** What every operation of the service runs with. */
export interface ImagesContext {
  readonly tenant: Tenant;
  readonly repositories: RepositoryStore;
  readonly pageTokens: PageTokens;
  readonly clock: Clock;
}

export const operation = operationsOf<typeof Sdk, ImagesContext>();
export type ImagesOperation = Operation<ImagesContext>;

export function fault(code: FaultCode, message: string, details?: FaultDetails): Fault {
  return new Fault(code, message, details);
}

/** A value that the model lets through and the service does not take. */
export function invalid(message: string): Fault {
  return fault("InvalidParameterException", message);
}
