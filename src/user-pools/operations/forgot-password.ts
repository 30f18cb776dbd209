import type { Fault } from "../../foundation/fault.ts";
import { calledClient } from "../auth/client-call.ts";
import { notePretence } from "../auth/pretence.ts";
import { hidesUsers, type Target } from "../auth/target.ts";
import { type Context, operation } from "../contract.ts";
import type { CodeAddress } from "../domain/code.ts";
import { usernameNotFound } from "../domain/code-faults.ts";
import type { PoolRecord, UserRecord } from "../domain/records.ts";
import {
  closedRecovery,
  noVerifiedContact,
  obstacleToRecovery,
  pretendedContact,
  recoveryAddress,
} from "../domain/recovery.ts";

/** Sends a code to a user who has forgotten their password. */
export const forgotPassword = operation("ForgotPassword", {
  access: "public",
  async run(input, context) {
    const { Username } = input;
    const target = await calledClient(context, input);
    const { pool } = target;
    const closed = closedRecovery(pool);
    if (closed) throw closed;
    const user = (await context.users.byName(pool, Username))?.value;
    const recovery = recoveryOf(pool, user, Username);
    return { CodeDeliveryDetails: await deliver(context, target, recovery, Username) };
  },
});

type Recovery =
  | { readonly kind: "possible"; readonly user: UserRecord; readonly sentTo: CodeAddress }
  | { readonly kind: "refused"; readonly user: UserRecord | undefined; readonly fault: Fault };

function recoveryOf(pool: PoolRecord, user: UserRecord | undefined, username: string): Recovery {
  if (!user) return { kind: "refused", user, fault: usernameNotFound(username) };
  const sentTo = recoveryAddress(pool, user);
  const fault = obstacleToRecovery(user);
  if (sentTo && !fault) return { kind: "possible", user, sentTo };
  return { kind: "refused", user, fault: fault ?? noVerifiedContact(pool, user) };
}

/** Sends the code; or, where nobody may learn that there is none, does as if. */
function deliver(context: Context, target: Target, recovery: Recovery, username: string) {
  const { codes } = context;
  const { pool } = target;
  if (recovery.kind === "possible") {
    return codes.send(pool, recovery.user, "reset-password", recovery.sentTo);
  }
  if (!hidesUsers(target)) throw recovery.fault;
  notePretence(context, "ForgotPassword", target, recovery.fault);
  const contact = pretendedContact(pool, username);
  return codes.pretend(pool, username, recovery.user, "reset-password", contact);
}
