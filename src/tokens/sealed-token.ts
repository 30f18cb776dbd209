import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Random } from "../foundation/random.ts";

/** A secret that seals tokens which only this server reads. */
export interface TokenSecret {
  /** Names the secret in the tokens that it sealed. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** What a token is for; a token of one use never passes as one of another. */
export type TokenUse = "refresh" | "session";

/** Longer texts are not ours; they are refused before any work. */
const lengthMax = 4096;

/**
 * Seals `claims` so that nobody can read, alter or make such a token: a JWE of five parts in
 * compact form (RFC 7516: `dir`, A256GCM), as Cognito's refresh tokens look to their clients.
 */
export function sealToken(
  claims: object,
  use: TokenUse,
  secret: TokenSecret,
  random: Random,
): string {
  const header = headerOf(use, secret.id);
  const nonce = random.bytes(12);
  const cipher = createCipheriv("aes-256-gcm", secret.key, nonce);
  cipher.setAAD(Buffer.from(header));
  const text = Buffer.concat([cipher.update(JSON.stringify(claims)), cipher.final()]);
  return `${header}..${encode(nonce)}.${encode(text)}.${encode(cipher.getAuthTag())}`;
}

/**
 * Opens what `sealToken` made for this use.
 * @returns undefined for anything else: altered, of another use, of an unknown secret, or noise.
 */
export function openToken<Claims extends object>(
  token: string,
  use: TokenUse,
  secrets: readonly TokenSecret[],
): Claims | undefined {
  if (token.length > lengthMax) return undefined;
  const [header = "", encrypted, nonce = "", text = "", tag = "", ...rest] = token.split(".");
  if (encrypted !== "" || rest.length > 0) return undefined;
  const secret = secrets.find(({ id }) => header === headerOf(use, id));
  const iv = Buffer.from(nonce, "base64url");
  const mark = Buffer.from(tag, "base64url");
  if (!secret || iv.length !== 12 || mark.length !== 16) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", secret.key, iv, { authTagLength: 16 });
  decipher.setAAD(Buffer.from(header));
  decipher.setAuthTag(mark);
  try {
    const plain = Buffer.concat([decipher.update(text, "base64url"), decipher.final()]);
    const claims: Claims = JSON.parse(plain.toString());
    return claims;
  } catch {
    return undefined;
  }
}

function headerOf(use: TokenUse, kid: string): string {
  return encode(JSON.stringify({ cty: "JWT", enc: "A256GCM", alg: "dir", kid, use }));
}

function encode(bytes: string | Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}
