import { newSub } from "../../foundation/ids.ts";
import { type Context, fault, operation } from "../contract.ts";
import { checkAttributes } from "../domain/attributes.ts";
import { describeUser } from "../domain/describe.ts";
import { isCaseSensitive, normalise } from "../domain/names.ts";
import { newIdentity } from "../domain/new-username.ts";
import type { PoolRecord, UserRecord } from "../domain/records.ts";
import { poolOf, userOf } from "../lookup.ts";
import { invitationPassword } from "../temporary-password.ts";
import { createUser } from "../user-creation.ts";

/** Creates a user with a temporary password, or gives a new one to a user who did not use it. */
export const adminCreateUser = operation("AdminCreateUser", {
  access: "iam",
  async run(input, context) {
    const { Username, UserAttributes = [], TemporaryPassword, MessageAction } = input;
    const { value: pool } = await poolOf(context, input.UserPoolId);
    if (MessageAction === "RESEND") {
      const user = await renewPassword(context, pool, Username, TemporaryPassword);
      noteInvitation(context, user);
      return { User: describeUser(user) };
    }
    const attributes = checkAttributes(pool, UserAttributes);
    const user = newUser(context, pool, Username, attributes, TemporaryPassword);
    await createUser(context, pool, user, {
      takenText: "User account already exists",
      movesAliases: input.ForceAliasCreation ?? false,
    });
    if (MessageAction !== "SUPPRESS") noteInvitation(context, user);
    return { User: describeUser(user) };
  },
});

function newUser(
  context: Context,
  pool: PoolRecord,
  given: string,
  attributes: Record<string, string>,
  temporaryPassword: string | undefined,
): UserRecord {
  const now = context.clock.now();
  const sub = newSub(context.random);
  const identity = newIdentity(pool, given, attributes, sub);
  const owner = { poolId: pool.id, username: identity.username, sub };
  return {
    ...owner,
    name: normalise(pool, identity.username),
    foldsCase: !isCaseSensitive(pool),
    status: "FORCE_CHANGE_PASSWORD",
    enabled: true,
    createdAt: now,
    modifiedAt: now,
    attributes: identity.attributes,
    password: invitationPassword(context, pool, owner, temporaryPassword),
  };
}

async function renewPassword(
  context: Context,
  pool: PoolRecord,
  username: string,
  temporaryPassword: string | undefined,
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
      password: invitationPassword(context, pool, before.value, temporaryPassword),
    };
    if (!(await context.users.replace(pool, before, after))) return after;
  }
}

/** There is no way to send messages yet, and nobody should wait for one. */
function noteInvitation({ log }: Context, { poolId, sub }: UserRecord): void {
  log.warn(
    { userPoolId: poolId, sub },
    "no invitation was sent: this server sends no messages yet; AdminSetUserPassword gives the " +
      "user a password, MessageAction SUPPRESS says that none is expected",
  );
}
