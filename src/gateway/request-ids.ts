import type { Random } from "../foundation/random.ts";

const idBytes = 11;
const idsAhead = 512;

/**
 * Makes request ids as API Gateway's: 11 random bytes, 15 characters of base64url and a `=`.
 * Randomness is drawn for many at once, as drawing costs more than the id.
 */
export function createRequestIds(random: Random): () => string {
  let pool = random.bytes(idBytes * idsAhead);
  let at = 0;
  return () => {
    if (at === pool.length) {
      pool = random.bytes(idBytes * idsAhead);
      at = 0;
    }
    at += idBytes;
    return `${pool.toString("base64url", at - idBytes, at)}=`;
  };
}
