import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeEntry, encodeKey, encodePosition, rangeOf } from "./key-encoding.ts";
import type { Key } from "./records.ts";

/** Any string that JavaScript can hold, lone surrogates and control characters included. */
const hostileUnits = [0, 1, 2, 3, 4, 5, 0x41, 0x7f, 0xd7fe, 0xd7ff, 0xd800, 0xdbff, 0xdc00, 0xdfff];
const unit = fc.oneof(fc.constantFrom(...hostileUnits, 0xe000, 0xffff), fc.nat(0xffff));
const part = fc.array(unit, { maxLength: 6 }).map((units) => String.fromCharCode(...units));
const key = fc.array(part, { maxLength: 4 });

describe("encoded keys", () => {
  test("sort as the tuples do, part by part", () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        const encoded = compareBytes(encodeKey(one), encodeKey(other));
        expect(encoded).toBe(compareKeys(one, other));
      }),
      { numRuns: 2000 },
    );
  });

  test("hold nothing that a database refuses", () => {
    fc.assert(
      fc.property(key, (each) => {
        const text = encodeKey(each);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toContain("\0");
      }),
    );
  });

  test("leave plain text readable", () => {
    expect(encodeKey(["pool", "jörg"])).toBe("pool\u0002jörg\u0002");
  });
});

describe("index entries", () => {
  test("sort by index key, then by record key", () => {
    fc.assert(
      fc.property(key, key, key, key, (index, record, otherIndex, otherRecord) => {
        const encoded = compareBytes(
          encodeEntry(index, record),
          encodeEntry(otherIndex, otherRecord),
        );
        const order = compareKeys(index, otherIndex) || compareKeys(record, otherRecord);
        expect(encoded).toBe(order);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("ranges", () => {
  const partial = fc.boolean();

  test("hold exactly the keys with the prefix", () => {
    fc.assert(
      fc.property(key, key, partial, (prefix, each, isPartial) => {
        expect(isWithin(encodeKey(each), prefix, isPartial)).toBe(matches(each, prefix, isPartial));
      }),
      { numRuns: 2000 },
    );
  });

  test("hold the extensions of their prefix, and no index entry by its record's key", () => {
    fc.assert(
      fc.property(key, key, key, partial, (prefix, rest, record, isPartial) => {
        const index = [...prefix, ...rest];
        expect(isWithin(encodeEntry(index, record), prefix, isPartial)).toBe(true);
        const longer = [...index, "more"];
        expect(isWithin(encodeEntry(index, record), longer, isPartial)).toBe(
          matches(index, longer, isPartial),
        );
      }),
    );
  });

  test("go on after a position, and never before their beginning", () => {
    fc.assert(
      fc.property(key, key, key, (prefix, each, position) => {
        const { low } = rangeOf(prefix, false, encodePosition(encodeKey(position)));
        const isAfter = compareBytes(encodeKey(each), low) >= 0;
        const expected = compareKeys(each, position) > 0 && compareKeys(each, prefix) >= 0;
        expect(isAfter).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

function isWithin(encoded: string, prefix: Key, partial: boolean): boolean {
  const { low, high } = rangeOf(prefix, partial);
  return compareBytes(low, encoded) <= 0 && compareBytes(encoded, high) < 0;
}

function matches(each: Key, prefix: Key, partial: boolean): boolean {
  return prefix.every((wanted, index) => {
    const isLast = index === prefix.length - 1;
    const found = each[index];
    if (!partial || !isLast || found === undefined) return found === wanted;
    return compareKeys([...found].slice(0, [...wanted].length), [...wanted]) === 0;
  });
}

function compareBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** The definition: parts by code points, a shorter tuple before its extensions. */
function compareKeys(one: Key, other: Key): number {
  return compareLists(one, other, (a, b) => compareLists([...a], [...b], compareCharacters));
}

function compareCharacters(one: string, other: string): number {
  return Math.sign((one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0));
}

function compareLists<T>(one: readonly T[], other: readonly T[], compare: (a: T, b: T) => number) {
  for (const [index, each] of one.entries()) {
    const counterpart = other[index];
    if (counterpart === undefined) return 1;
    const order = compare(each, counterpart);
    if (order !== 0) return order;
  }
  return one.length === other.length ? 0 : -1;
}
