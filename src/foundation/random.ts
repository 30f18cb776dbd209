import { randomBytes, randomInt, randomUUID } from "node:crypto";

/** Where randomness comes from. Handed in everywhere, so that tests can repeat themselves. */
export interface Random {
  bytes(size: number): Buffer;
  /** A random UUID (RFC 9562, version 4). */
  uuid(): string;
  /** `length` characters drawn evenly from `alphabet`. */
  text(alphabet: string, length: number): string;
}

/** The operating system's secure source. */
export const secureRandom: Random = {
  bytes: (size) => randomBytes(size),
  uuid: () => randomUUID(),
  text(alphabet, length) {
    let text = "";
    for (let index = 0; index < length; index++) text += alphabet[randomInt(alphabet.length)];
    return text;
  },
};
