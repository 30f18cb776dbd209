import { epochSeconds } from "../../foundation/clock.ts";
import { Fault } from "../../foundation/fault.ts";
import { bearerOf } from "../auth/access-token.ts";
import { noteRevoked } from "../auth/note-revoked.ts";
import { type Context, operation } from "../contract.ts";
import { notAuthorized } from "../domain/faults.ts";
import { signedOutEverywhere } from "../domain/sign-out.ts";

/** Revokes all tokens of the bearer of an access token, of whatever client. */
export const globalSignOut = operation("GlobalSignOut", {
  access: "public",
  async run({ AccessToken }, context) {
    for (;;) {
      const { pool, user } = await bearer(context, AccessToken);
      const after = signedOutEverywhere(user.value, epochSeconds(context.clock));
      if (await context.users.replace(pool, user, after)) continue;
      noteRevoked(context, `GlobalSignOut of ${user.value.username}`);
      return {};
    }
  },
});

/** This operation, unlike the others with a token, does not declare UserNotFoundException. */
async function bearer(context: Context, token: string) {
  try {
    return await bearerOf(context, token);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== "UserNotFoundException") throw error;
    throw notAuthorized("Access Token has been revoked", {
      check: "user",
      expected: "the user who signed in",
      received: "a token whose user was deleted",
      change: "There is nobody left to sign out.",
    });
  }
}
