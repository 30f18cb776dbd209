import { isReadable } from "./attributes.ts";
import { groupClaims } from "./group.ts";
import type { ClientRecord, GroupRecord, UserRecord } from "./records.ts";
import { verifiedFlags } from "./schema.ts";
import { tokenValidity } from "./token-validity.ts";

/** Whose tokens, for which application, under which issuer. */
export interface TokenSubject {
  readonly issuer: string;
  readonly client: ClientRecord;
  readonly user: UserRecord;
  /** The groups that the user is in. */
  readonly groups: readonly GroupRecord[];
}

/** The sign-in that tokens go back to; refreshing keeps it. */
export interface SignIn {
  /** A UUID that all tokens of the sign-in carry. */
  readonly originJti: string;
  /** Epoch seconds. */
  readonly authTime: number;
}

/** What one answer's tokens share, and what each has of its own. */
export interface Minting extends SignIn {
  /** Epoch seconds. */
  readonly issuedAt: number;
  readonly eventId: string;
  readonly jti: string;
}

/** Claims of an ID token, in Cognito's order. */
export function idClaims({ issuer, client, user, groups }: TokenSubject, minting: Minting): object {
  const { settings } = client;
  const attributes = readableAttributes(client, user);
  const { email_verified, phone_number_verified, phone_number, email, ...others } = attributes;
  const { names, roles, preferredRole } = groupClaims(groups);
  return {
    sub: user.sub,
    "cognito:groups": names,
    email_verified,
    "cognito:preferred_role": preferredRole,
    iss: issuer,
    phone_number_verified,
    "cognito:username": user.username,
    origin_jti: settings.EnableTokenRevocation ? minting.originJti : undefined,
    "cognito:roles": roles,
    aud: client.id,
    event_id: minting.eventId,
    token_use: "id",
    auth_time: minting.authTime,
    phone_number,
    ...others,
    exp: minting.issuedAt + tokenValidity(settings).idSeconds,
    iat: minting.issuedAt,
    jti: minting.jti,
    email,
  };
}

/** Claims of an access token of a sign-in through the API, in the orders that were observed. */
export function accessClaims(
  { issuer, client, user, groups }: TokenSubject,
  minting: Minting,
): object {
  const { authTime: auth_time, issuedAt: iat, eventId: event_id, jti } = minting;
  const scope = "aws.cognito.signin.user.admin";
  const exp = iat + tokenValidity(client.settings).accessSeconds;
  const { username } = user;
  const { names } = groupClaims(groups);
  const who = { sub: user.sub, ...(names ? { "cognito:groups": names } : {}) };
  const token_use = "access";
  const times = { auth_time, exp, iat, jti };
  if (!client.settings.EnableTokenRevocation) {
    const ends = { exp, iat, jti, client_id: client.id, username };
    return { ...who, event_id, token_use, scope, auth_time, iss: issuer, ...ends };
  }
  const origin = { client_id: client.id, origin_jti: minting.originJti, event_id };
  return { ...who, iss: issuer, ...origin, token_use, scope, ...times, username };
}

/** The attributes that the client may read, as JSON has them in tokens. */
function readableAttributes({ settings }: ClientRecord, user: UserRecord): Record<string, unknown> {
  const readable = Object.entries(user.attributes).filter(([name]) => isReadable(settings, name));
  return Object.fromEntries(readable.map(([name, value]) => [name, claimValue(name, value)]));
}

function claimValue(name: string, value: string): unknown {
  if (verifiedFlags.includes(name)) return value === "true";
  if (name === "address") return { formatted: value };
  return name === "updated_at" ? Number(value) : value;
}
