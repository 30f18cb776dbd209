import type {
  AttributeType,
  CodeDeliveryDetailsType,
} from "@aws-sdk/client-cognito-identity-provider";
import { Fault } from "../foundation/fault.ts";
import { bearerOf } from "./auth/access-token.ts";
import type { Context } from "./contract.ts";
import { type ChangedUser, changedUser } from "./domain/changed-attributes.ts";
import { aliasExists } from "./domain/faults.ts";
import type { PoolRecord, UserRecord } from "./domain/records.ts";
import { addressToProve } from "./domain/verification.ts";
import { refuseUnwritable } from "./domain/writable-attributes.ts";
import { poolOf, userOf } from "./lookup.ts";
import type { Stored } from "./pool-store.ts";

/** Whose attributes are written. */
interface Owner {
  readonly pool: PoolRecord;
  readonly user: Stored<UserRecord>;
}

/**
 * Writes attributes of a user, and sends codes to new addresses where the pool verifies them; an
 * empty value takes an attribute away.
 * @param find is asked once more after each time that somebody else wrote first
 * @throws AliasExistsException when somebody else signs in by a value
 */
export async function updateAttributes(
  context: Context,
  given: readonly AttributeType[],
  find: () => Promise<Owner>,
): Promise<CodeDeliveryDetailsType[]> {
  const { users, clock } = context;
  for (;;) {
    const { pool, user } = await find();
    const changed = changedUser(pool, user.value, given, clock.now());
    const conflict = await users.replace(pool, user, changed.user);
    if (!conflict) return sendCodes(context, pool, changed);
    if (conflict.kind === "attribute") throw aliasExists(conflict.attribute);
  }
}

/** The bearer of an access token, as long as the client may write all of these attributes. */
export async function writingBearer(
  context: Context,
  token: string,
  given: readonly AttributeType[],
): Promise<Owner> {
  const { pool, client, user } = await bearerOf(context, token);
  refuseUnwritable(
    client,
    given.map(({ Name = "" }) => Name),
  );
  return { pool, user };
}

/** The user whom an administrator names. */
export async function namedUser(
  context: Context,
  userPoolId: string,
  username: string,
): Promise<Owner> {
  const { value: pool } = await poolOf(context, userPoolId);
  return { pool, user: await userOf(context, pool, username) };
}

/** The update that takes attributes away. */
export function removalOf(names: readonly string[]): AttributeType[] {
  return [...new Set(names)].map((Name) => ({ Name, Value: "" }));
}

async function sendCodes(
  context: Context,
  pool: PoolRecord,
  { user, unproven }: ChangedUser,
): Promise<CodeDeliveryDetailsType[]> {
  const sent: CodeDeliveryDetailsType[] = [];
  for (const contact of unproven) {
    const isWanted =
      user.pendingAttributes?.[contact] !== undefined ||
      pool.settings.AutoVerifiedAttributes?.includes(contact);
    const address = isWanted ? addressToProve(user, contact) : undefined;
    if (!address) continue;
    try {
      sent.push(await context.codes.send(pool, user, "verify-attribute", address));
    } catch (error) {
      // The update is done, and does not fail because there were too many before it.
      if (!(error instanceof Fault) || error.code !== "LimitExceededException") throw error;
      noteUnsent(context, contact);
    }
  }
  return sent;
}

function noteUnsent({ call, note }: Context, contact: string): void {
  note({
    requestId: call.requestId,
    subject: `update of ${contact}`,
    outcome: "updated, without a code",
    check: "codes sent",
    detail:
      `No code went to the new ${contact}: too many were sent to this user within the hour. ` +
      "GetUserAttributeVerificationCode sends one when that hour is over.",
  });
}
