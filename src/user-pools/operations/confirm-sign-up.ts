import { calledClient } from "../auth/client-call.ts";
import { proveCode } from "../auth/code-proof.ts";
import { operation } from "../contract.ts";
import { aliasExists, notSupported } from "../domain/faults.ts";
import type { UserRecord } from "../domain/records.ts";
import { obstacleToConfirmation } from "../domain/sign-up.ts";
import { provenUser } from "../domain/verification.ts";
import { yieldingHolder } from "../moved-alias.ts";
import type { Yielding } from "../user-store.ts";

/** Confirms a user who proves the code of their sign-up, and verifies where it was sent to. */
export const confirmSignUp = operation("ConfirmSignUp", {
  access: "public",
  async run(input, context) {
    if (input.Session !== undefined) throw notSupported("Session", "a Session");
    const target = await calledClient(context, input);
    const { pool } = target;
    const given = {
      username: input.Username,
      purpose: "sign-up",
      code: input.ConfirmationCode,
    } as const;
    let yielding: readonly Yielding[] = [];
    for (;;) {
      const proof = await proveCode(context, target, given, obstacleToConfirmation);
      const { before, sentTo, consume } = proof;
      const verified = provenUser(before.value, sentTo, context.clock.now());
      const after: UserRecord = { ...verified, status: "CONFIRMED" };
      const conflict = await context.users.replace(pool, before, after, [consume], yielding);
      if (!conflict) return {};
      // Whoever yields may have changed meanwhile, too: they are found anew.
      yielding = [];
      if (conflict.kind !== "attribute") continue;
      const holder = input.ForceAliasCreation
        ? await yieldingHolder(context, pool, after, conflict)
        : undefined;
      if (!holder) throw aliasExists(conflict.attribute);
      yielding = [holder];
    }
  },
});
