import { epochSeconds } from "../../foundation/clock.ts";
import { operation } from "../contract.ts";
import { signedOutEverywhere } from "../domain/sign-out.ts";
import { poolOf, userOf } from "../lookup.ts";

/** Keeps a user from signing in, and revokes their tokens, for good. */
export const adminDisableUser = operation("AdminDisableUser", {
  access: "iam",
  async run({ UserPoolId, Username }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    const { users, clock } = context;
    for (;;) {
      const before = await userOf(context, pool, Username);
      if (!before.value.enabled) return {};
      const signedOut = signedOutEverywhere(before.value, epochSeconds(clock));
      const after = { ...signedOut, enabled: false, modifiedAt: clock.now() };
      if (!(await users.replace(pool, before, after))) return {};
    }
  },
});
