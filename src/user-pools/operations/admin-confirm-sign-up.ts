import { operation } from "../contract.ts";
import { obstacleToConfirmation } from "../domain/sign-up.ts";
import { poolOf, userOf } from "../lookup.ts";

/** Confirms a user without a code, which proves nothing of their addresses. */
export const adminConfirmSignUp = operation("AdminConfirmSignUp", {
  access: "iam",
  async run({ UserPoolId, Username }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    for (;;) {
      const before = await userOf(context, pool, Username);
      const obstacle = obstacleToConfirmation(before.value);
      if (obstacle) throw obstacle;
      const modifiedAt = context.clock.now();
      const after = { ...before.value, status: "CONFIRMED" as const, modifiedAt };
      if (!(await context.users.replace(pool, before, after))) return {};
    }
  },
});
