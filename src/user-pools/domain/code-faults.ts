import { Fault } from "../../foundation/fault.ts";

/** Refusals of codes, which every operation gives that takes one. Reasons never name the code. */

export function codeMismatch(): Fault {
  const message = "Invalid verification code provided, please try again.";
  return new Fault("CodeMismatchException", message, {
    reason: {
      check: "code",
      expected: "the last code that was sent to the user",
      received: "another one",
      change: "Look the code up: `gatepool outbox` shows the messages to users, newest first.",
    },
  });
}

/** @param received what came instead, such as `one that came too late` */
export function codeExpired(received: string): Fault {
  const message = "Invalid code provided, please request a code again.";
  return new Fault("ExpiredCodeException", message, {
    reason: {
      check: "code",
      expected: "a code that was sent, not used yet, and not too old",
      received,
      change: "Ask for a new code. Codes last 24 hours, those for a forgotten password 1 hour.",
    },
  });
}

/**
 * @param counted what there was too much of, such as `codes sent`
 * @param until from when on there may be more, in milliseconds
 */
export function attemptLimitExceeded(counted: string, until: number): Fault {
  const message = "Attempt limit exceeded, please try after some time.";
  return new Fault("LimitExceededException", message, {
    reason: {
      check: "attempts of one user",
      expected: `none before ${new Date(until).toISOString()}`,
      received: `one more after too many ${counted} within an hour`,
      change: "Wait until then. Other users are not held up.",
    },
  });
}

/** Nobody has the username; told where it is no secret who exists. */
export function usernameNotFound(username: string): Fault {
  return new Fault("UserNotFoundException", "Username/client id combination not found.", {
    reason: {
      check: "user",
      expected: "a user of the pool that the client belongs to",
      received: `the username "${username}", which nobody has`,
      change: "Check the spelling and the client id; ListUsers shows who is there.",
    },
  });
}
