import { operation } from "../contract.ts";
import { poolOf, userOf } from "../lookup.ts";

/** Deletes a user at once; the username is free again, the `sub` never is. */
export const adminDeleteUser = operation("AdminDeleteUser", {
  access: "iam",
  async run({ UserPoolId, Username }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    for (;;) {
      const user = await userOf(context, pool, Username);
      if (!(await context.users.remove(pool, user))) return {};
    }
  },
});
