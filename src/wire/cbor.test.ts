import { expect, test } from "vitest";
import { cborMap } from "./cbor.ts";

test.each([
  [0, [0x60]],
  [23, [0x77]],
  [24, [0x78, 24]],
  [255, [0x78, 255]],
  [256, [0x79, 1, 0]],
  [65_535, [0x79, 255, 255]],
  [65_536, [0x7a, 0, 1, 0, 0]],
])("a text of %i bytes says so in as few bytes as it takes", (length, head) => {
  const text = "x".repeat(length);
  expect(cborMap({ a: text })).toEqual(
    Buffer.concat([Buffer.of(0xa1, 0x61, 0x61, ...head), Buffer.from(text)]),
  );
});

test("a text is as long as its bytes in UTF-8", () => {
  expect(cborMap({ a: "\u00e9" })).toEqual(Buffer.of(0xa1, 0x61, 0x61, 0x62, 0xc3, 0xa9));
});
