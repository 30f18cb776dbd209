import type * as Sdk from "@aws-sdk/client-iam";
import type { Clock } from "../../foundation/clock.ts";
import { Fault, type FaultDetails } from "../../foundation/fault.ts";
import type { Random } from "../../foundation/random.ts";
import { operationsOf } from "../../wire/operation.ts";
import type { PageTokens } from "../../wire/paging.ts";
import type { FaultCode } from "../../wire/shapes/iam.ts";
import type { PolicyStore } from "../policy-store.ts";
import type { RoleStore } from "../store.ts";

/** What an IAM operation runs with. IAM is global: its state belongs to an account alone. */
export interface IamContext {
  readonly account: string;
  readonly roles: RoleStore;
  readonly policies: PolicyStore;
  readonly pageTokens: PageTokens;
  readonly clock: Clock;
  readonly random: Random;
}

export const operation = operationsOf<typeof Sdk, IamContext>();

export type RoleAnswer = Sdk.Role;

export function fault(code: FaultCode, message: string, details?: FaultDetails): Fault {
  return new Fault(code, message, details);
}

/** The fault of every operation that names a role which is not there. */
export function noSuchRole(name: string): Fault {
  return fault("NoSuchEntityException", `The role with name ${name} cannot be found.`);
}

/** The fault of every operation that names an inline policy which the role does not have. */
export function noSuchRolePolicy(name: string): Fault {
  return fault("NoSuchEntityException", `The role policy with name ${name} cannot be found.`);
}

/** The fault of every operation that names a managed policy which is not there. */
export function noSuchPolicy(arn: string): Fault {
  return fault("NoSuchEntityException", `Policy ${arn} was not found.`);
}
