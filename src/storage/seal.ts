import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Random } from "../foundation/random.ts";

/** A sealed value was altered, moved to another place, or sealed under a key that is not here. */
export class SealBroken extends Error {
  override readonly name = "SealBroken";
}

/** A key and the name that sealed values know it by. */
export interface SealingKey {
  readonly id: string;
  /** 32 bytes. */
  readonly secret: Buffer;
}

/**
 * Seals with AES-256-GCM: `1.KEY.DATA`, where 1 is the format and DATA holds nonce, text and tag.
 * Format, key and context are authenticated with it.
 */
export function seal(
  key: SealingKey,
  plain: Uint8Array | string,
  context: string,
  random: Random,
): string {
  const header = `${format}.${key.id}.`;
  const nonce = random.bytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key.secret, nonce).setAAD(Buffer.from(header + context));
  const text = cipher.update(typeof plain === "string" ? Buffer.from(plain, "utf8") : plain);
  const data = Buffer.concat([nonce, text, cipher.final(), cipher.getAuthTag()]);
  return header + data.toString("base64url");
}

/** @throws SealBroken when it was not sealed by this key in this context. */
export function unseal(key: SealingKey, sealed: string, context: string): Buffer {
  const header = `${format}.${key.id}.`;
  const data = Buffer.from(sealed.slice(header.length), "base64url");
  if (!sealed.startsWith(header) || data.length < nonceBytes + tagBytes) {
    throw new SealBroken(`${context}: not sealed in a form that this program knows`);
  }
  const nonce = data.subarray(0, nonceBytes);
  const decipher = createDecipheriv(algorithm, key.secret, nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(header + context))
    .setAuthTag(data.subarray(-tagBytes));
  try {
    const text = decipher.update(data.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([text, decipher.final()]);
  } catch (cause) {
    throw new SealBroken(`${context}: the seal is broken`, { cause });
  }
}

/** The id of the key that something was sealed under. */
export function sealingKeyId(sealed: string): string | undefined {
  return sealed.split(".", 2)[1];
}

const format = "1";
const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
