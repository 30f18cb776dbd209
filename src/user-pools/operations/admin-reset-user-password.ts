import { epochSeconds } from "../../foundation/clock.ts";
import { operation } from "../contract.ts";
import {
  closedRecovery,
  noVerifiedContact,
  obstacleToReset,
  recoveryAddress,
} from "../domain/recovery.ts";
import { signedOutEverywhere } from "../domain/sign-out.ts";
import { poolOf, userOf } from "../lookup.ts";

/** Keeps a user out until they choose a new password, by a code that is sent to them. */
export const adminResetUserPassword = operation("AdminResetUserPassword", {
  access: "iam",
  async run({ UserPoolId, Username }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    const { users, codes, clock } = context;
    const { value: user } = await userOf(context, pool, Username);
    const refusal = closedRecovery(pool) ?? obstacleToReset(user);
    if (refusal) throw refusal;
    const sentTo = recoveryAddress(pool, user);
    if (!sentTo) throw noVerifiedContact(pool, user);
    await codes.send(pool, user, "reset-password", sentTo);
    for (;;) {
      const before = await userOf(context, pool, Username);
      const after = {
        ...signedOutEverywhere(before.value, epochSeconds(clock)),
        status: "RESET_REQUIRED" as const,
        modifiedAt: clock.now(),
      };
      if (!(await users.replace(pool, before, after))) return {};
    }
  },
});
