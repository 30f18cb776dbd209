import type { Parts } from "../contract.ts";
import { isReadable, missingAttributes } from "../domain/attributes.ts";
import type { UserRecord } from "../domain/records.ts";
import { newSession } from "./session.ts";
import type { Target } from "./target.ts";

/** Answers a right temporary password: the user has to choose their own. */
export async function askForNewPassword(parts: Parts, target: Target, user: UserRecord) {
  const { pool, client } = target;
  const visible = Object.entries(user.attributes).filter(([name]) =>
    isReadable(client.settings, name),
  );
  const missing = missingAttributes(pool, user.attributes);
  return {
    ChallengeName: "NEW_PASSWORD_REQUIRED" as const,
    Session: await newSession(parts, target, user, "NEW_PASSWORD_REQUIRED"),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: JSON.stringify(missing.map((name) => `userAttributes.${name}`)),
      userAttributes: JSON.stringify(Object.fromEntries(visible)),
    },
  };
}
