import { fault, operation } from "../contract.ts";
import { brokenRule } from "../domain/password-policy.ts";
import { temporaryPasswordMs } from "../domain/pool-settings.ts";
import type { UserRecord } from "../domain/records.ts";
import { poolOf, userOf } from "../lookup.ts";

/** Gives a user a password, whatever their status: for good, or until the first sign-in. */
export const adminSetUserPassword = operation("AdminSetUserPassword", {
  access: "iam",
  async run({ UserPoolId, Username, Password, Permanent = false }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    const { users, passwords, clock } = context;
    const rule = brokenRule(pool.settings.Policies?.PasswordPolicy ?? {}, Password);
    for (;;) {
      const before = await userOf(context, pool, Username);
      if (rule !== undefined) {
        throw fault("InvalidPasswordException", `Password did not conform with policy: ${rule}`);
      }
      const now = clock.now();
      const expiresAt = Permanent ? undefined : now + temporaryPasswordMs(pool.settings);
      const after: UserRecord = {
        ...before.value,
        status: Permanent ? "CONFIRMED" : "FORCE_CHANGE_PASSWORD",
        password: passwords.make(before.value, Password, expiresAt),
        modifiedAt: now,
      };
      if (!(await users.replace(pool, before, after))) return {};
    }
  },
});
