import type { AttributeType } from "@aws-sdk/client-cognito-identity-provider";
import type { Parts } from "../contract.ts";
import { checkAttributes, missingAttributes } from "../domain/attributes.ts";
import { aliasExists, invalidParameter, notAuthorized, userDisabled } from "../domain/faults.ts";
import type { UserRecord } from "../domain/records.ts";
import { refuseUnwritable } from "../domain/writable-attributes.ts";
import type { Stored } from "../pool-store.ts";
import { useSession } from "../sign-in-store.ts";
import { completeSignIn } from "./issue.ts";
import {
  type AuthParameters,
  checkSecretHash,
  refuseDevice,
  requireParameter,
} from "./parameters.ts";
import { refuseWeakPassword } from "./password-rules.ts";
import { type ChallengeSession, invalidSession, openSession, usedSession } from "./session.ts";
import type { Target } from "./target.ts";

const prefix = "userAttributes.";

/** The answer to NEW_PASSWORD_REQUIRED, step by step: the user gets a password of their own. */
export async function answerNewPassword(
  parts: Parts,
  target: Target,
  sessionText: string,
  responses: AuthParameters,
) {
  const username = requireParameter(responses, "USERNAME");
  const password = requireParameter(responses, "NEW_PASSWORD");
  checkSecretHash(parts, target, responses, username);
  refuseDevice(responses);
  const session = await openSession(parts, target, "NEW_PASSWORD_REQUIRED", sessionText);
  const before = await userOfSession(parts, target, session, username);
  refuseWeakPassword(target.pool, password);
  const attributes = {
    ...before.value.attributes,
    ...givenAttributes(target, before.value, responses),
  };
  requireAttributes(target, attributes);
  const after: UserRecord = {
    ...before.value,
    attributes,
    status: "CONFIRMED",
    password: parts.passwords.make(before.value, password),
    modifiedAt: parts.clock.now(),
  };
  await write(parts, target, session, before, after);
  return completeSignIn(parts, target, after);
}

/** The user who proved the temporary password, which has to be theirs still. */
async function userOfSession(
  parts: Parts,
  target: Target,
  session: ChallengeSession,
  username: string,
): Promise<Stored<UserRecord>> {
  const found = await parts.users.byName(target.pool, username);
  if (found?.value.sub !== session.sub) {
    throw invalidSession("the USERNAME of the challenge", "the name of another user");
  }
  const { enabled, status, password } = found.value;
  if (!enabled) throw userDisabled();
  if (status !== "FORCE_CHANGE_PASSWORD" || password?.salt !== session.salt) {
    throw invalidSession("the temporary password that was proven", "a user with another one");
  }
  return found;
}

/** The attributes that came along: only such as the client may write and the user lacks. */
function givenAttributes({ pool, client }: Target, user: UserRecord, responses: AuthParameters) {
  const given: AttributeType[] = Object.entries(responses)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, Value]) => ({ Name: name.slice(prefix.length), Value }));
  const names = given.map(({ Name = "" }) => Name);
  const present = names.filter((name) => name === "sub" || user.attributes[name] !== undefined);
  if (present.length > 0) {
    throw notAuthorized(`Cannot modify an already provided ${present[0]}`, {
      check: "attributes",
      expected: "only attributes that have no value yet",
      received: present.join(", "),
      change: `Leave out ${present.map((name) => prefix + name).join(", ")}.`,
    });
  }
  refuseUnwritable(client, names);
  return checkAttributes(pool, given);
}

function requireAttributes({ pool }: Target, attributes: Readonly<Record<string, string>>): void {
  const missing = missingAttributes(pool, attributes);
  if (missing.length === 0) return;
  const list = missing.map((name) => `${name}: The attribute is required`).join("\n");
  throw invalidParameter(`Invalid user attributes: ${list}\n`, {
    check: "attributes",
    expected: missing.map((name) => prefix + name).join(", "),
    received: "an answer without them",
    change: "Send a value for each of them with the new password.",
  });
}

/** Uses the session up and changes the user in one write, so that one answer alone can win. */
async function write(
  parts: Parts,
  { pool }: Target,
  session: ChallengeSession,
  before: Stored<UserRecord>,
  after: UserRecord,
): Promise<void> {
  const use = useSession(session.id, session.expiresAt);
  const conflict = await parts.users.replace(pool, before, after, [use]);
  if (!conflict) return;
  if (conflict.kind === "along") throw usedSession();
  if (conflict.kind === "attribute") throw aliasExists(conflict.attribute);
  throw invalidSession("a user who stays as they were", "one who changed in the meantime");
}
