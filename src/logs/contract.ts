import type * as Sdk from "@aws-sdk/client-cloudwatch-logs";
import type { Tenant } from "../foundation/arn.ts";
import type { Clock } from "../foundation/clock.ts";
import { Fault, type FaultDetails } from "../foundation/fault.ts";
import { type Input, type Operation, operationsOf } from "../wire/operation.ts";
import type { PageTokens } from "../wire/paging.ts";
import type { FaultCode } from "../wire/shapes/logs.ts";
import type { LogStore } from "./log-store.ts";

/** What every operation of the service runs with. */
export interface LogsContext {
  readonly tenant: Tenant;
  readonly logs: LogStore;
  readonly pageTokens: PageTokens;
  readonly clock: Clock;
}

export const operation = operationsOf<typeof Sdk, LogsContext>();
export type LogsOperation = Operation<LogsContext>;
export type InputOf<Name extends string> = Input<typeof Sdk, Name>;

/** A group as it is answered. */
export type GroupAnswer = Sdk.LogGroup;

export function fault(code: FaultCode, message: string, details: FaultDetails = {}): Fault {
  return new Fault(code, message, details);
}

/** A value that the model lets through and the service does not take. */
export function invalid(message: string, details: FaultDetails = {}): Fault {
  return fault("InvalidParameterException", message, details);
}
