import { calledClient } from "../auth/client-call.ts";
import { notePretence } from "../auth/pretence.ts";
import { hidesUsers } from "../auth/target.ts";
import { operation } from "../contract.ts";
import { usernameNotFound } from "../domain/code-faults.ts";
import {
  likelyContact,
  noContact,
  notVerifying,
  obstacleToResending,
  signUpAddress,
} from "../domain/sign-up.ts";

/** Sends the code of a sign-up once more: a new one, which takes the place of the last. */
export const resendConfirmationCode = operation("ResendConfirmationCode", {
  access: "public",
  async run(input, context) {
    const { Username } = input;
    const target = await calledClient(context, input);
    const { pool } = target;
    const contact = likelyContact(pool, Username);
    if (contact === undefined) throw notVerifying(pool);
    const user = (await context.users.byName(pool, Username))?.value;
    const sentTo = user && signUpAddress(pool, user);
    const obstacle = user ? obstacleToResending(user) : usernameNotFound(Username);
    if (user && sentTo && !obstacle) {
      const details = await context.codes.send(pool, user, "sign-up", sentTo);
      return { CodeDeliveryDetails: details };
    }
    const refusal = obstacle ?? noContact(pool, Username);
    if (!hidesUsers(target)) throw refusal;
    notePretence(context, "ResendConfirmationCode", target, refusal);
    const details = await context.codes.pretend(pool, Username, user, "sign-up", contact);
    return { CodeDeliveryDetails: details };
  },
});
