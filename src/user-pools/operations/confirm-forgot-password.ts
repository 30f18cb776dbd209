import { epochSeconds } from "../../foundation/clock.ts";
import { calledClient } from "../auth/client-call.ts";
import { proveCode } from "../auth/code-proof.ts";
import { refuseWeakPassword } from "../auth/password-rules.ts";
import { type Context, operation } from "../contract.ts";
import type { UserRecord } from "../domain/records.ts";
import { obstacleToRecovery } from "../domain/recovery.ts";
import { signedOutEverywhere } from "../domain/sign-out.ts";

/** Gives a user who proves a code a new password, and ends the sessions that they had. */
export const confirmForgotPassword = operation("ConfirmForgotPassword", {
  access: "public",
  async run(input, context) {
    const { Username, ConfirmationCode, Password } = input;
    const target = await calledClient(context, input);
    // Before all that depends on the user: the answer tells nothing of who exists.
    refuseWeakPassword(target.pool, Password);
    const given = {
      username: Username,
      purpose: "reset-password",
      code: ConfirmationCode,
    } as const;
    for (;;) {
      const { before, consume } = await proveCode(context, target, given, obstacleToRecovery);
      const after = withNewPassword(context, before.value, Password);
      if (!(await context.users.replace(target.pool, before, after, [consume]))) return {};
    }
  },
});

function withNewPassword({ passwords, clock }: Context, user: UserRecord, password: string) {
  return {
    ...signedOutEverywhere(user, epochSeconds(clock)),
    status: "CONFIRMED" as const,
    password: passwords.make(user, password),
    modifiedAt: clock.now(),
  };
}
