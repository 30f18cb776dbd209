import { createHmac, timingSafeEqual } from "node:crypto";

/** SECRET_HASH: Base64(HMAC-SHA256(client secret, username + client id)). */
export function secretHash(secret: string, username: string, clientId: string): string {
  return createHmac("sha256", secret)
    .update(username + clientId)
    .digest("base64");
}

/** Compares in constant time. */
export function isSecretHash(
  given: string,
  secret: string,
  username: string,
  clientId: string,
): boolean {
  const expected = Buffer.from(secretHash(secret, username, clientId));
  const received = Buffer.from(given);
  return received.length === expected.length && timingSafeEqual(received, expected);
}
