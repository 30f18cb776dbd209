import type { Random } from "../foundation/random.ts";

const idBytes = 12;
const idCharacters = 16;
const idsAhead = 512;

/**
 * Makes request ids as API Gateway's: 15 characters of base64url (90 random bits) and a `=`. Many
 * are drawn at once, as drawing costs more than the id.
 */
export function createRequestIds(random: Random): () => string {
  let pool = "";
  let at = 0;
  return () => {
    if (at === pool.length) {
      pool = random.bytes(idBytes * idsAhead).toString("base64url");
      at = 0;
    }
    at += idCharacters;
    return `${pool.slice(at - idCharacters, at - 1)}=`;
  };
}
