import type * as Sdk from "@aws-sdk/client-sts";
import { Fault, type FaultDetails } from "../../foundation/fault.ts";
import { type Call, type Input, operationsOf } from "../../wire/operation.ts";
import type { Sessions } from "../sessions.ts";
import type { RoleStore } from "../store.ts";

/** What an STS operation runs with. */
export interface StsContext {
  readonly call: Call;
  readonly roles: RoleStore;
  readonly sessions: Sessions;
}

export const operation = operationsOf<typeof Sdk, StsContext>();

export type AssumeRoleInput = Input<typeof Sdk, "AssumeRole">;

/** Errors that STS answers to any operation; its model declares none of them. */
type CommonCode = "AccessDenied" | "InvalidClientTokenId" | "ValidationError";

export function fault(code: CommonCode, message: string, details?: FaultDetails): Fault {
  return new Fault(code, message, details);
}
