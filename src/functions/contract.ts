import type * as Sdk from "@aws-sdk/client-lambda";
import type { Tenant } from "../foundation/arn.ts";
import type { Clock } from "../foundation/clock.ts";
import { Fault, type FaultDetails } from "../foundation/fault.ts";
import type { Random } from "../foundation/random.ts";
import { type Input, type Operation, operationsOf } from "../wire/operation.ts";
import type { FaultCode } from "../wire/shapes/lambda.ts";
import type { FunctionRecord, LatestRecord } from "./domain/record.ts";
import type { ExecutionRequest } from "./invoker.ts";
import type { LayerStore } from "./layer-store.ts";
import type { Done } from "./runtime/job.ts";
import type { FunctionStore } from "./store.ts";

/** What every operation of the service runs with. */
export interface FunctionsContext {
  readonly tenant: Tenant;
  readonly requestId: string;
  readonly functions: FunctionStore;
  readonly layers: LayerStore;
  readonly clock: Clock;
  readonly random: Random;
  /** Makes the marker of a page, and reads it again. */
  readonly markers: Markers;
  /** Whether Lambda may assume a role; absent where nothing knows the roles. */
  readonly mayAssume?: (roleArn: string) => Promise<boolean>;
  /** Reads an object of S3, for whoever calls. Throws S3's faults. */
  readObject(at: ObjectAddress): Promise<AsyncIterable<Uint8Array>>;
  /** Unpacks code on this node, which proves that it can be unpacked. Throws `BadCode`. */
  unpack(owner: CodeOwner, zip: Buffer): Promise<void>;
  /** Forgets code that was unpacked for an upload which then was refused. */
  forget(record: FunctionRecord): void;
  /** Ends what this node runs of the function as it was. */
  changed(before: LatestRecord, after?: LatestRecord): void;
  /** Runs a function, now. */
  execute(request: ExecutionRequest): Promise<Done>;
  /** Runs a function later; false when too many wait. */
  enqueue(request: ExecutionRequest): boolean;
}

/** Where S3 keeps code. */
export interface ObjectAddress {
  readonly bucket: string;
  readonly key: string;
  readonly version?: string;
}

/** Whose code it is: a function's, or a layer's, which nothing runs by itself. */
export type CodeOwner = Pick<FunctionRecord, "code"> & Partial<Pick<FunctionRecord, "runtime">>;

export interface Markers {
  /** @param list which one it is a marker of */
  seal(position: string, list: string): string;
  /** Undefined when the marker was not made here, or for another list. */
  open(marker: string, list: string): string | undefined;
}

export const operation = operationsOf<typeof Sdk, FunctionsContext>();
export type FunctionsOperation = Operation<FunctionsContext>;
export type InputOf<Name extends string> = Input<typeof Sdk, Name>;

/** Lambda says of each fault whose mistake it is; clients get it as `Type`. */
export function fault(code: FaultCode, message: string, details: FaultDetails = {}): Fault {
  return new Fault(code, message, { ...details, members: { Type: "User", ...details.members } });
}
