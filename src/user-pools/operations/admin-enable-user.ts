import { operation } from "../contract.ts";
import { poolOf, userOf } from "../lookup.ts";

/** Lets a user sign in again. Tokens from before they were disabled stay revoked. */
export const adminEnableUser = operation("AdminEnableUser", {
  access: "iam",
  async run({ UserPoolId, Username }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    for (;;) {
      const before = await userOf(context, pool, Username);
      if (before.value.enabled) return {};
      const after = { ...before.value, enabled: true, modifiedAt: context.clock.now() };
      if (!(await context.users.replace(pool, before, after))) return {};
    }
  },
});
