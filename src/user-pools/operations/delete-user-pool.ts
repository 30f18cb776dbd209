import { operation } from "../contract.ts";
import { invalidParameter } from "../domain/faults.ts";
import { poolOf } from "../lookup.ts";

/** Deletes a user pool. Its users and clients are gone at once, and removed in the background. */
export const deleteUserPool = operation("DeleteUserPool", {
  access: "iam",
  async run({ UserPoolId }, context) {
    for (;;) {
      const pool = await poolOf(context, UserPoolId);
      if (pool.value.settings.DeletionProtection === "ACTIVE") throw protectedPool();
      if (await context.pools.remove(pool)) break;
    }
    void context.empty(UserPoolId);
    return {};
  },
});

function protectedPool() {
  return invalidParameter(
    "The user pool cannot be deleted because deletion protection is activated. " +
      "Deletion protection must be inactivated first.",
  );
}
