import type { PasswordPolicyType } from "@aws-sdk/client-cognito-identity-provider";
import type { Random } from "../../foundation/random.ts";

const uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const lowercase = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
/** What counts as a symbol; a space does too, but not at the beginning or the end. */
const symbols = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-";

/** The longest password that can be set. */
const lengthMax = 256;

/**
 * The first rule of the policy that a new password breaks, as AWS words it: length first, then
 * upper case, lower case, numbers, symbols. Undefined when it keeps to all of them.
 */
export function brokenRule(policy: PasswordPolicyType, password: string): string | undefined {
  const length = [...password].length;
  if (length < (policy.MinimumLength ?? 8)) return "Password not long enough";
  if (length > lengthMax) return "Password too long";
  return kindsOf(policy).find(({ holds }) => !holds(password))?.message;
}

interface CharacterKind {
  readonly message: string;
  /** What to draw from when a password is made. */
  readonly alphabet: string;
  holds(password: string): boolean;
}

function kindsOf(policy: PasswordPolicyType): CharacterKind[] {
  return [
    ...(policy.RequireUppercase ? [kind("uppercase", uppercase)] : []),
    ...(policy.RequireLowercase ? [kind("lowercase", lowercase)] : []),
    ...(policy.RequireNumbers ? [kind("numeric", digits)] : []),
    ...(policy.RequireSymbols ? [{ ...kind("symbol", symbols), holds: hasSymbol }] : []),
  ];
}

function kind(name: string, alphabet: string): CharacterKind {
  const holds = (password: string) => [...password].some((one) => alphabet.includes(one));
  return { message: `Password must have ${name} characters`, alphabet, holds };
}

function hasSymbol(password: string): boolean {
  return [...password].some((one) => symbols.includes(one)) || password.trim().includes(" ");
}

/** Easy to read aloud and to type on any keyboard. */
const plainSymbols = "!#%*+-=?@_";

/** Makes a temporary password that keeps to the policy: at least 12 characters, all of chance. */
export function temporaryPassword(policy: PasswordPolicyType, random: Random): string {
  const every = uppercase + lowercase + digits;
  const length = Math.max(12, policy.MinimumLength ?? 8);
  const required = kindsOf(policy).map(({ message, alphabet }) =>
    random.text(message.includes("symbol") ? plainSymbols : alphabet, 1),
  );
  const rest = random.text(every, length - required.length);
  return insertAtRandom(rest, required, random);
}

function insertAtRandom(text: string, parts: readonly string[], random: Random): string {
  let whole = text;
  for (const part of parts) {
    const at = random.bytes(4).readUInt32BE() % (whole.length + 1);
    whole = whole.slice(0, at) + part + whole.slice(at);
  }
  return whole;
}
