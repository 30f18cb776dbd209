import { newSub } from "../../foundation/ids.ts";
import { calledClient } from "../auth/client-call.ts";
import { refuseWeakPassword } from "../auth/password-rules.ts";
import type { Target } from "../auth/target.ts";
import { type Context, operation } from "../contract.ts";
import { checkAttributes, missingAttributes } from "../domain/attributes.ts";
import { newUserOf } from "../domain/new-user.ts";
import { newIdentity } from "../domain/new-username.ts";
import type { UserRecord } from "../domain/records.ts";
import {
  refuseClosedPool,
  refuseEarlyAlias,
  refuseIncomplete,
  signUpAddress,
} from "../domain/sign-up.ts";
import { refuseUnwritable } from "../domain/writable-attributes.ts";
import { createUser } from "../user-creation.ts";

/** Creates a user who is not confirmed yet, and sends the code that confirms them. */
export const signUp = operation("SignUp", {
  access: "public",
  async run(input, context) {
    const { Username, Password = "", UserAttributes = [] } = input;
    const target = await calledClient(context, input);
    const { pool, client } = target;
    refuseClosedPool(pool);
    refuseWeakPassword(pool, Password, "Password did not conform with policy");
    const names = UserAttributes.map(({ Name = "" }) => Name);
    refuseUnwritable(client, names);
    const attributes = checkAttributes(pool, UserAttributes);
    const user = newUser(context, target, Username, attributes, Password);
    await createUser(context, pool, user, { takenText: "User already exists" });
    const sentTo = signUpAddress(pool, user);
    const delivery = sentTo && (await context.codes.send(pool, user, "sign-up", sentTo, false));
    return {
      UserConfirmed: false,
      UserSub: user.sub,
      ...(delivery && { CodeDeliveryDetails: delivery }),
    };
  },
});

function newUser(
  { clock, random, passwords }: Context,
  { pool }: Target,
  given: string,
  givenAttributes: Record<string, string>,
  chosen: string,
): UserRecord {
  const sub = newSub(random);
  const { username, attributes } = newIdentity(pool, given, givenAttributes, sub);
  refuseEarlyAlias(pool, attributes);
  refuseIncomplete(missingAttributes(pool, attributes));
  const owner = { poolId: pool.id, username, sub };
  const password = passwords.make(owner, chosen);
  return newUserOf(pool, { ...owner, status: "UNCONFIRMED", attributes, password }, clock.now());
}
