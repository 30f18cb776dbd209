import { type Context, fault } from "./contract.ts";
import { brokenRule, temporaryPassword } from "./domain/password-policy.ts";
import { temporaryPasswordMs } from "./domain/pool-settings.ts";
import type { PasswordRecord, PoolRecord, UserRecord } from "./domain/records.ts";

/**
 * The temporary password of an invitation, as it is kept; made up when none was chosen.
 * @throws InvalidPasswordException when the chosen one breaks the pool's policy
 */
export function invitationPassword(
  { passwords, clock, random }: Context,
  pool: PoolRecord,
  owner: Pick<UserRecord, "poolId" | "username" | "sub">,
  chosen: string | undefined,
): PasswordRecord {
  const policy = pool.settings.Policies?.PasswordPolicy ?? {};
  const rule = chosen === undefined ? undefined : brokenRule(policy, chosen);
  if (rule !== undefined) {
    const message = `Password did not conform with password policy: ${rule}`;
    throw fault("InvalidPasswordException", message);
  }
  const password = chosen ?? temporaryPassword(policy, random);
  return passwords.make(owner, password, clock.now() + temporaryPasswordMs(pool.settings));
}
