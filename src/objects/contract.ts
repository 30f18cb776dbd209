import type * as Sdk from "@aws-sdk/client-s3";
import type { Tenant } from "../foundation/arn.ts";
import type { Clock } from "../foundation/clock.ts";
import { Fault, type FaultDetails } from "../foundation/fault.ts";
import type { Random } from "../foundation/random.ts";
import { type Input, type Operation, operationsOf } from "../wire/operation.ts";
import type { BucketStore } from "./bucket-store.ts";
import type { Keeper } from "./contents/keeper.ts";
import { type FaultCode, faults } from "./fault-codes.ts";
import type { ObjectStore } from "./object-store.ts";
import type { UploadStore } from "./upload-store.ts";

/** What every operation of the service runs with. */
export interface ObjectsContext {
  readonly tenant: Tenant;
  readonly buckets: BucketStore;
  readonly objects: ObjectStore;
  readonly uploads: UploadStore;
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly random: Random;
  /** Makes the token of a page of a bucket's list, and reads it again. */
  readonly tokens: Tokens;
}

export interface Tokens {
  seal(position: string, bucket: string): string;
  /** Undefined when the token was not made here, or for another bucket. */
  open(token: string, bucket: string): string | undefined;
}

export const operation = operationsOf<typeof Sdk, ObjectsContext>();
export type ObjectsOperation = Operation<ObjectsContext>;
export type InputOf<Name extends string> = Input<typeof Sdk, Name>;

/** What S3 refuses: most of its codes are in no model, so their statuses are kept beside them. */
export function fault(code: FaultCode, message?: string, details: FaultDetails = {}): Fault {
  const [status, text] = faults[code];
  return new Fault(code, message ?? text, { status, ...details });
}

/** A value that S3 does not take, named as it names it. */
export function invalidArgument(message: string, name: string, value: string): Fault {
  const members = { ArgumentName: name, ArgumentValue: value };
  return fault("InvalidArgument", message, { members });
}
