import { randomInt } from "node:crypto";

/** What password policies ask for. Letters and digits that look alike are left out. */
const kinds = ["abcdefghijkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "_.+"];

/** A password of 20 characters, of every kind that a policy may ask for. */
export function generatePassword(): string {
  const characters = kinds.map(oneOf);
  while (characters.length < 20) characters.push(oneOf(kinds.join("")));
  // Shuffled, so that no position gives away its kind.
  for (let last = characters.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    const moved = characters[last] ?? "";
    characters[last] = characters[other] ?? "";
    characters[other] = moved;
  }
  return characters.join("");
}

function oneOf(alphabet: string): string {
  return alphabet.charAt(randomInt(alphabet.length));
}
