import type * as Sdk from "@aws-sdk/client-cognito-identity-provider";
import type { Note } from "../diagnostics/note.ts";
import type { Clock } from "../foundation/clock.ts";
import { Fault, type FaultDetails } from "../foundation/fault.ts";
import type { Log } from "../foundation/log.ts";
import type { Random } from "../foundation/random.ts";
import type { IssuerMode } from "../tokens/issuer.ts";
import { type Call, operationsOf } from "../wire/operation.ts";
import type { PageTokens } from "../wire/paging.ts";
import type { FaultCode } from "../wire/shapes/cognito-idp.ts";
import type { AttemptStore } from "./attempt-store.ts";
import type { ClientStore } from "./client-store.ts";
import type { Codes } from "./codes.ts";
import type { GroupStore } from "./group-store.ts";
import type { Outbox } from "./outbox.ts";
import type { Passwords } from "./passwords.ts";
import type { PoolKeys } from "./pool-keys.ts";
import type { PoolStore } from "./pool-store.ts";
import type { SignInStore } from "./sign-in-store.ts";
import type { Turns } from "./turns.ts";
import type { UserStore } from "./user-store.ts";

/** What every operation works with, whoever calls. */
export interface Parts {
  readonly pools: PoolStore;
  readonly clients: ClientStore;
  readonly users: UserStore;
  readonly groups: GroupStore;
  readonly signIns: SignInStore;
  readonly attempts: AttemptStore;
  readonly keys: PoolKeys;
  readonly codes: Codes;
  readonly outbox: Outbox;
  readonly secrets: Secrets;
  readonly passwords: Passwords;
  readonly pageTokens: PageTokens;
  readonly issuer: IssuerMode;
  /** Addresses of this server that may stand for its issuer besides AWS's. */
  publicUrls(): readonly string[];
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** What concerns one thing happens one after the other on this node. */
  readonly inTurn: Turns;
  /** Keeps what an answer that refuses nothing means, for the person behind the client. */
  note(note: Note): void;
  /** Empties a pool that was deleted; resolves when that is done, or cannot be done now. */
  empty(poolId: string): Promise<void>;
  /** Starts to remove the list of members of a group that was deleted; goes on after the answer. */
  emptyGroup(poolId: string, groupId: string): void;
}

/** Seals what must not be read in storage; storage's keyring is one. */
export interface Secrets {
  seal(plain: Uint8Array | string, context: string): string;
  open(sealed: string, context: string): Buffer;
}

/** What one call works with. */
export interface Context extends Parts {
  readonly call: Call;
}

export const operation = operationsOf<typeof Sdk, Context>();

/** A refusal that the service declares: the client sees its code and its message. */
export function fault(code: FaultCode, message: string, details: FaultDetails = {}): Fault {
  return new Fault(code, message, details);
}
