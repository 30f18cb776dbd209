import { fault, type Parts } from "../contract.ts";
import { notAuthorized, userDisabled, userNotFound } from "../domain/faults.ts";
import type { UserRecord } from "../domain/records.ts";
import { askForNewPassword } from "./ask-new-password.ts";
import { guess, guessSubject } from "./guesses.ts";
import { completeSignIn } from "./issue.ts";
import {
  type AuthParameters,
  checkSecretHash,
  refuseDevice,
  requireParameter,
} from "./parameters.ts";
import { hidesUsers, type Target } from "./target.ts";

/** USER_PASSWORD_AUTH and ADMIN_USER_PASSWORD_AUTH, step by step in AWS's order. */
export async function signInWithPassword(parts: Parts, target: Target, parameters: AuthParameters) {
  const username = requireParameter(parameters, "USERNAME");
  const password = requireParameter(parameters, "PASSWORD");
  checkSecretHash(parts, target, parameters, username);
  refuseDevice(parameters);
  const found = await parts.users.byName(target.pool, username);
  const user = found?.value;
  if (!hidesUsers(target)) refuseUnknownOrDisabled(user, username);
  await provePassword(parts, target, user, username, password);
  return answerByStatus(parts, target, proven(user));
}

/** Where existence is no secret, this is told before the password is looked at. */
function refuseUnknownOrDisabled(user: UserRecord | undefined, username: string): void {
  if (!user) throw userNotFound(unknownUser(username));
  if (!user.enabled) throw userDisabled();
  // No password could be right: they came by an import, say.
  if (user.status === "RESET_REQUIRED" && !user.password) throw resetRequired(user);
}

async function provePassword(
  parts: Parts,
  { pool }: Target,
  user: UserRecord | undefined,
  username: string,
  password: string,
): Promise<void> {
  const subject = guessSubject(pool, user, username);
  const right = await guess(parts, subject, () => parts.passwords.isRight(user, password));
  if (right) return;
  throw notAuthorized("Incorrect username or password.", reasonToRefuse(user, username));
}

function proven(user: UserRecord | undefined): UserRecord {
  if (!user) throw new Error("nobody's password was right");
  return user;
}

/** What follows a right password. A status that is not here signs nobody in. */
function answerByStatus(parts: Parts, target: Target, user: UserRecord) {
  if (!user.enabled) throw userDisabled();
  if (user.status === "CONFIRMED") return completeSignIn(parts, target, user);
  if (user.status === "FORCE_CHANGE_PASSWORD") {
    refuseExpired(user, parts.clock.now());
    return askForNewPassword(parts, target, user);
  }
  throw wrongStatus(user);
}

function wrongStatus({ status }: UserRecord) {
  if (status === "UNCONFIRMED") {
    return fault("UserNotConfirmedException", "User is not confirmed.", {
      reason: {
        check: "user status",
        expected: "CONFIRMED",
        received: status,
        change: "Confirm the sign-up first (ConfirmSignUp, or AdminConfirmSignUp).",
      },
    });
  }
  if (status === "RESET_REQUIRED") return resetRequired({ status });
  return notAuthorized("Incorrect username or password.", {
    check: "user status",
    expected: "CONFIRMED or FORCE_CHANGE_PASSWORD",
    received: status,
    change: "Users of this status do not sign in with a password.",
  });
}

function resetRequired({ status }: Pick<UserRecord, "status">) {
  return fault("PasswordResetRequiredException", "Password reset required for the user", {
    reason: {
      check: "user status",
      expected: "CONFIRMED",
      received: status,
      change: "Set a new password (ConfirmForgotPassword, or AdminSetUserPassword).",
    },
  });
}

function refuseExpired({ password }: UserRecord, now: number): void {
  const expiresAt = password?.expiresAt;
  if (expiresAt === undefined || now < expiresAt) return;
  throw notAuthorized("Temporary password has expired and must be reset by an administrator.", {
    check: "temporary password",
    expected: `a sign-in before ${new Date(expiresAt).toISOString()}`,
    received: `one at ${new Date(now).toISOString()}`,
    change:
      "Give a new one: AdminCreateUser with MessageAction RESEND, or AdminSetUserPassword. The " +
      "pool's TemporaryPasswordValidityDays says how long they last.",
  });
}

/** The operator may know what the client is not told. */
function reasonToRefuse(user: UserRecord | undefined, username: string) {
  if (!user) return unknownUser(username);
  if (user.password) {
    return {
      check: "password",
      expected: `the password of user ${user.username}`,
      received: "another one",
      change: "Send the right password, or set one with AdminSetUserPassword.",
    };
  }
  return {
    check: "password",
    expected: "a user who has a password",
    received: `user ${user.username}, who has none`,
    change: "Set a password with AdminSetUserPassword.",
  };
}

function unknownUser(username: string) {
  return {
    check: "user",
    expected: "a user of the pool",
    received: `the username "${username}", which nobody has`,
    change: "Check the spelling and the pool, or create the user with AdminCreateUser.",
  };
}
