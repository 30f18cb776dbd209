import { createPublicKey, type KeyObject } from "node:crypto";
import { isRecord } from "./jwt-decode.ts";

/** Public keys of an issuer, by `kid`. RSA only. */
export interface KeySet {
  readonly keys: ReadonlyMap<string, KeyObject>;
  /** Milliseconds since the epoch when it was read. */
  readonly readAt: number;
}

/** Finds the keys of an issuer that lives on this server, by either spelling of the issuer. */
export type LocalKeys = (issuer: string) => Promise<KeySet | undefined>;

/** Shorter keys can be broken; longer ones only serve to keep a verifier busy. */
const modulusBits = { least: 2048, most: 8192 };

/**
 * Reads a JWK set (RFC 7517). Keys that cannot verify an RSA signature are left out, as is a key
 * without a `kid`. Undefined when the document is not a key set.
 */
export function readKeySet(document: unknown, readAt: number): KeySet | undefined {
  if (!isRecord(document) || !Array.isArray(document.keys)) return undefined;
  const keys = new Map<string, KeyObject>();
  for (const jwk of document.keys) {
    if (!isRecord(jwk) || typeof jwk.kid !== "string") continue;
    const key = readRsaKey(jwk);
    if (key) keys.set(jwk.kid, key);
  }
  return { keys, readAt };
}

/** Whether two sets hold the same keys under the same names. */
export function sameKeys(one: KeySet, other: KeySet): boolean {
  if (one.keys.size !== other.keys.size) return false;
  for (const [kid, key] of one.keys) {
    const match = other.keys.get(kid);
    if (!match?.equals(key)) return false;
  }
  return true;
}

function readRsaKey(jwk: Record<string, unknown>): KeyObject | undefined {
  const { kty, use, n, e } = jwk;
  if (kty !== "RSA" || (use !== undefined && use !== "sig")) return undefined;
  if (typeof n !== "string" || typeof e !== "string") return undefined;
  try {
    const key = createPublicKey({ key: { kty, n, e }, format: "jwk" });
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return bits >= modulusBits.least && bits <= modulusBits.most ? key : undefined;
  } catch {
    return undefined;
  }
}
