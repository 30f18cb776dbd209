import type { DeliveryMediumType } from "@aws-sdk/client-cognito-identity-provider";
import { type Context, fault } from "./contract.ts";
import { invitationMessage, invitedAddresses } from "./domain/messages.ts";
import { brokenRule, temporaryPassword } from "./domain/password-policy.ts";
import type { PoolRecord, UserRecord } from "./domain/records.ts";

/**
 * The temporary password of an invitation; made up when none was chosen.
 * @throws InvalidPasswordException when the chosen one breaks the pool's policy
 */
export function invitationPassword(
  { random }: Context,
  { settings }: PoolRecord,
  chosen: string | undefined,
): string {
  const policy = settings.Policies?.PasswordPolicy ?? {};
  if (chosen === undefined) return temporaryPassword(policy, random);
  const rule = brokenRule(policy, chosen);
  if (rule === undefined) return chosen;
  const message = `Password did not conform with password policy: ${rule}`;
  throw fault("InvalidPasswordException", message);
}

/** What a user has to know who was created for them. */
export interface Invitation {
  /** The name that they were created by, with which they sign in. */
  readonly name: string;
  readonly password: string;
  /** By what it may go out; AWS sends text messages unless it is told otherwise. */
  readonly mediums: readonly DeliveryMediumType[] | undefined;
}

/** Tells a user how to sign in, by every medium that was asked for and that they have. */
export async function sendInvitation(
  context: Context,
  { settings }: PoolRecord,
  user: UserRecord,
  { name, password, mediums = ["SMS"] }: Invitation,
): Promise<void> {
  const addresses = invitedAddresses(user, mediums);
  for (const sentTo of addresses) {
    const words = invitationMessage(settings, sentTo.attribute, name, password);
    await context.outbox.put({ ...words, purpose: "invitation", user, sentTo });
  }
  if (addresses.length === 0) noteSilence(context, user, mediums);
}

/** At AWS, too, nothing tells that no message went out. */
function noteSilence(
  { call, note }: Context,
  { poolId, username }: UserRecord,
  mediums: readonly DeliveryMediumType[],
): void {
  note({
    requestId: call.requestId,
    subject: `AdminCreateUser in pool ${poolId}`,
    outcome: "no invitation was sent",
    check: "DesiredDeliveryMediums",
    detail:
      `User ${username} has nothing that ${mediums.join(" or ")} could go to. Without ` +
      "DesiredDeliveryMediums it is SMS alone: name EMAIL for an e-mail, or send MessageAction " +
      "SUPPRESS where none is wanted. MessageAction RESEND invites the user again.",
  });
}
