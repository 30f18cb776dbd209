import { type KeyObject, randomUUID, sign } from "node:crypto";

/** What every system compares a token with. */
export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly scope: string;
  readonly keyId: string;
}

/** An access token of the size that Cognito's have: about 1,000 bytes. Good for a day. */
export function signToken(expected: Expected, key: KeyObject, changes: object = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const subject = randomUUID();
  const claims = {
    sub: subject,
    iss: expected.issuer,
    aud: expected.audience,
    client_id: expected.audience,
    token_use: "access",
    scope: `${expected.scope} bench/write openid`,
    auth_time: now,
    iat: now,
    exp: now + 86_400,
    jti: randomUUID(),
    origin_jti: randomUUID(),
    event_id: randomUUID(),
    username: subject,
    version: 2,
    ...changes,
  };
  const head = encode({ kid: expected.keyId, alg: "RS256" });
  const signed = `${head}.${encode(claims)}`;
  return `${signed}.${sign("sha256", Buffer.from(signed), key).toString("base64url")}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
