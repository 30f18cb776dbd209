import { newSub } from "../../foundation/ids.ts";
import { type Context, fault, operation } from "../contract.ts";
import { checkAttributes } from "../domain/attributes.ts";
import { describeUser } from "../domain/describe.ts";
import { newUserOf } from "../domain/new-user.ts";
import { newIdentity } from "../domain/new-username.ts";
import { temporaryPasswordMs } from "../domain/pool-settings.ts";
import type { PasswordRecord, PoolRecord, UserRecord } from "../domain/records.ts";
import { invitationPassword, sendInvitation } from "../invitation.ts";
import { poolOf, userOf } from "../lookup.ts";
import { createUser } from "../user-creation.ts";

/** Creates a user with a temporary password, or gives a new one to a user who did not use it. */
export const adminCreateUser = operation("AdminCreateUser", {
  access: "iam",
  async run(input, context) {
    const { Username, UserAttributes = [], TemporaryPassword, MessageAction } = input;
    const { value: pool } = await poolOf(context, input.UserPoolId);
    const invite = (user: UserRecord, password: string) =>
      sendInvitation(context, pool, user, {
        name: Username,
        password,
        mediums: input.DesiredDeliveryMediums,
      });
    if (MessageAction === "RESEND") {
      const password = invitationPassword(context, pool, TemporaryPassword);
      const user = await renewPassword(context, pool, Username, password);
      await invite(user, password);
      return { User: describeUser(user) };
    }
    const attributes = checkAttributes(pool, UserAttributes);
    const password = invitationPassword(context, pool, TemporaryPassword);
    const user = newUser(context, pool, Username, attributes, password);
    await createUser(context, pool, user, {
      takenText: "User account already exists",
      movesAliases: input.ForceAliasCreation ?? false,
    });
    if (MessageAction !== "SUPPRESS") await invite(user, password);
    return { User: describeUser(user) };
  },
});

function newUser(
  context: Context,
  pool: PoolRecord,
  given: string,
  givenAttributes: Record<string, string>,
  temporaryPassword: string,
): UserRecord {
  const sub = newSub(context.random);
  const { username, attributes } = newIdentity(pool, given, givenAttributes, sub);
  const owner = { poolId: pool.id, username, sub };
  const password = keptPassword(context, pool, owner, temporaryPassword);
  const status = "FORCE_CHANGE_PASSWORD";
  return newUserOf(pool, { ...owner, status, attributes, password }, context.clock.now());
}

async function renewPassword(
  context: Context,
  pool: PoolRecord,
  username: string,
  temporaryPassword: string,
): Promise<UserRecord> {
  for (;;) {
    const before = await userOf(context, pool, username);
    const { status } = before.value;
    if (status !== "FORCE_CHANGE_PASSWORD") {
      throw fault(
        "UnsupportedUserStateException",
        `Resend not possible. ${username} status is not FORCE_CHANGE_PASSWORD`,
      );
    }
    const after: UserRecord = {
      ...before.value,
      modifiedAt: context.clock.now(),
      password: keptPassword(context, pool, before.value, temporaryPassword),
    };
    if (!(await context.users.replace(pool, before, after))) return after;
  }
}

function keptPassword(
  { passwords, clock }: Context,
  { settings }: PoolRecord,
  owner: Pick<UserRecord, "poolId" | "username" | "sub">,
  password: string,
): PasswordRecord {
  return passwords.make(owner, password, clock.now() + temporaryPasswordMs(settings));
}
