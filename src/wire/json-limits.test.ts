import { expect, test } from "vitest";
import { parseJsonBody } from "./json-limits.ts";

test("what is within the limits is parsed", () => {
  const deep = "[".repeat(64) + "]".repeat(64);
  expect(JSON.stringify(parseJsonBody(Buffer.from(deep)))).toBe(deep);
  expect(parseJsonBody(Buffer.from('{"a":"[[[\\"{{,,"}'))).toEqual({ a: '[[["{{,,' });
  expect(parseJsonBody(Buffer.alloc(0))).toBeUndefined();
});

test.each([
  ["deep lists", "[".repeat(65)],
  ["deep objects", '{"a":'.repeat(100_000)],
  ["many values", `[${"1,".repeat(100_001)}1]`],
  ["a text that does not end", '"'.padEnd(100, "\\")],
  ["nothing but a brace", "}"],
])("%s are refused", (_, text) => {
  expect(() => parseJsonBody(Buffer.from(text))).toThrow(
    expect.objectContaining({ code: "SerializationException" }),
  );
});

test("quotes inside a text are told from its end, however many slashes stand before", () => {
  for (const text of ['"', '\\"', '\\\\"', "\\", "\\\\", '[["\\']) {
    const body = Buffer.from(JSON.stringify({ [text]: text }));
    expect(parseJsonBody(body)).toEqual({ [text]: text });
  }
});

test("a big body is looked through quickly", () => {
  const body = Buffer.from(JSON.stringify({ ZipFile: "A".repeat(70 * 1024 * 1024) }));
  const start = performance.now();
  parseJsonBody(body);
  expect(performance.now() - start).toBeLessThan(5000);
});
