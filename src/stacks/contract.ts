import type * as Sdk from "@aws-sdk/client-cloudformation";
import type { Tenant } from "../foundation/arn.ts";
import type { Clock } from "../foundation/clock.ts";
import { Fault, type FaultDetails } from "../foundation/fault.ts";
import type { Random } from "../foundation/random.ts";
import { operationsOf } from "../wire/operation.ts";
import type { PageTokens } from "../wire/paging.ts";
import type { FaultCode } from "../wire/shapes/cloudformation.ts";
import type { ChangeSetStore } from "./change-set-store.ts";
import type { DriftStore } from "./drift-store.ts";
import type { Engine } from "./engine/engine.ts";
import type { PrepareParts } from "./engine/prepare.ts";
import type { RunParts } from "./engine/run.ts";
import type { EventStore } from "./event-store.ts";
import type { ExportStore } from "./export-store.ts";
import type { Services } from "./services.ts";
import type { StackStore } from "./stack-store.ts";

/** What a CloudFormation operation runs with. */
export interface StacksContext {
  readonly tenant: Tenant;
  readonly stacks: StackStore;
  readonly changeSets: ChangeSetStore;
  readonly events: EventStore;
  readonly exports: ExportStore;
  readonly drifts: DriftStore;
  readonly engine: Engine;
  readonly prepareParts: PrepareParts;
  /** What is needed to look at resources. */
  readonly runParts: RunParts;
  /** Operations of other services, on behalf of the caller's account. */
  readonly services: Services;
  readonly pageTokens: PageTokens;
  readonly clock: Clock;
  readonly random: Random;
}

export const operation = operationsOf<typeof Sdk, StacksContext>();

export type StackAnswer = Sdk.Stack;
export type StackEventAnswer = Sdk.StackEvent;
export type ChangeAnswer = Sdk.Change;
export type ChangeDetailAnswer = Sdk.ResourceChangeDetail;
export type DriftAnswer = Sdk.StackResourceDrift;
export type ParameterAnswer = Sdk.Parameter;
export type CapabilityName = Sdk.Capability;

/** The SDK's words for resources lack some that CloudFormation says of stacks in their events. */
export function isResourceStatus(status: string): status is Sdk.ResourceStatus {
  return /_(?:IN_PROGRESS|COMPLETE|FAILED|SKIPPED)$/.test(status);
}

export function fault(code: FaultCode, message: string, details?: FaultDetails): Fault {
  return new Fault(code, message, details);
}

/** Most of what CloudFormation refuses, it refuses by this fault, which its model does not name. */
export function validationError(message: string, details?: FaultDetails): Fault {
  return new Fault("ValidationError", message, details);
}
