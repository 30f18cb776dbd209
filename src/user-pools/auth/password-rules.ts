import { fault } from "../contract.ts";
import { brokenRule } from "../domain/password-policy.ts";
import type { PoolRecord } from "../domain/records.ts";

/**
 * @param verdict AWS words it differently from operation to operation
 * @throws InvalidPasswordException naming the first rule of the pool's policy that is broken
 */
export function refuseWeakPassword(
  { id, settings }: PoolRecord,
  password: string,
  verdict = "Password does not conform to policy",
): void {
  const rule = brokenRule(settings.Policies?.PasswordPolicy ?? {}, password);
  if (rule === undefined) return;
  throw fault("InvalidPasswordException", `${verdict}: ${rule}`, {
    reason: {
      check: "password policy",
      expected: `a password that keeps to the policy of pool ${id}`,
      received: `one that breaks it: ${rule}`,
      change:
        "Choose another one: a Session or a code that came along is still good. Or change the " +
        "policy of the pool.",
    },
  });
}
