import { bearerOf } from "../auth/access-token.ts";
import { operation } from "../contract.ts";

/** Deletes the bearer of an access token at once; the username is free again. */
export const deleteUser = operation("DeleteUser", {
  access: "public",
  async run({ AccessToken }, context) {
    for (;;) {
      const { pool, user } = await bearerOf(context, AccessToken);
      if (!(await context.users.remove(pool, user))) return {};
    }
  },
});
