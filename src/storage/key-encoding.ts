import type { Key } from "./records.ts";

/**
 * Keys as text that sorts, byte by byte in UTF-8, as the tuples do part by part in code point
 * order. SQLite's BINARY and PostgreSQL's "C" collation both compare so. Every JavaScript string is
 * a legal part: what a database could not hold (NUL, lone surrogates) is escaped in its order.
 */
export function encodeKey(key: Key): string {
  let text = "";
  for (const part of key) text += escapePart(part) + partEnd;
  return text;
}

/** Where a record stands in an index: by its index key, then by its own key. */
export function encodeEntry(indexKey: Key, recordKey: Key): string {
  return encodeKey(indexKey) + keyEnd + encodeKey(recordKey);
}

/** Encoded positions from `low` on and before `high`. */
export interface Range {
  readonly low: string;
  readonly high: string;
}

/**
 * The positions whose key starts with the parts of `prefix`.
 * @param partial the last part matches by its beginning
 * @param after only what comes after this position, as `encodePosition` wrote it
 */
export function rangeOf(prefix: Key, partial = false, after?: string): Range {
  const low = encodeKey(prefix);
  const stem = low.slice(0, -partEnd.length);
  const high = prefix.length === 0 ? top : partial ? successor(stem) : stem + afterPartEnd;
  return { low: after === undefined ? low : later(low, decodePosition(after) + keyEnd), high };
}

/** A position as opaque text, safe to hand to clients. */
export function encodePosition(encoded: string): string {
  return Buffer.from(encoded, "utf8").toString("base64url");
}

function decodePosition(position: string): string {
  return Buffer.from(position, "base64url").toString("utf8");
}

/** Lower than all that can follow a key, so that a short key comes before its extensions. */
const keyEnd = "\u0001";
/** Lower than all that a part is made of, so that `a` comes before `ab`. */
const partEnd = "\u0002";
const escapeMark = "\u0003";
const afterPartEnd = escapeMark;
/** The last code point before the surrogates; stands before each of them when it is alone. */
const beforeSurrogates = "\ud7ff";
const lastCharacter = "\u{10ffff}";
/** After every encoded key: the last character is always followed by U+0004. */
const top = `${lastCharacter}\u0005`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be escaped
const special = /[\u0000-\u0003\ud7ff\u{10ffff}]|\p{Surrogate}/u;
const everySpecial = new RegExp(special, "gu");

function escapePart(part: string): string {
  return special.test(part) ? part.replace(everySpecial, escapeCharacter) : part;
}

function escapeCharacter(character: string): string {
  if (character === beforeSurrogates || character === lastCharacter) return `${character}\u0004`;
  const code = character.charCodeAt(0);
  if (code <= 3) return escapeMark + String.fromCharCode(code + 4);
  return beforeSurrogates + String.fromCharCode(code - 0xd800 + 5);
}

/** The first text after all that begin with `stem`. Its last character is never the last of all. */
function successor(stem: string): string {
  const characters = [...stem];
  const last = characters.pop()?.codePointAt(0);
  return last === undefined ? top : characters.join("") + String.fromCodePoint(last + 1);
}

/** A position from elsewhere must not widen the range. */
function later(one: string, other: string): string {
  return Buffer.compare(Buffer.from(one), Buffer.from(other)) > 0 ? one : other;
}
