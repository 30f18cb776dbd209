import { epochSeconds } from "../../foundation/clock.ts";
import { noteRevoked } from "../auth/note-revoked.ts";
import { operation } from "../contract.ts";
import { signedOutEverywhere } from "../domain/sign-out.ts";
import { poolOf, userOf } from "../lookup.ts";

/** Revokes all tokens of a user, of whatever client. */
export const adminUserGlobalSignOut = operation("AdminUserGlobalSignOut", {
  access: "iam",
  async run({ UserPoolId, Username }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    for (;;) {
      const before = await userOf(context, pool, Username);
      const after = signedOutEverywhere(before.value, epochSeconds(context.clock));
      if (await context.users.replace(pool, before, after)) continue;
      noteRevoked(context, `AdminUserGlobalSignOut of ${Username}`);
      return {};
    }
  },
});
