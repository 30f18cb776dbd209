import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodePath, readPath } from "./path.ts";

describe("readPath", () => {
  test.each([
    ["/", "/", undefined],
    ["", "/", undefined],
    ["/hello", "/hello", undefined],
    ["/a/b.c/~d", "/a/b.c/~d", undefined],
    ["/%68ello", "/hello", undefined],
    ["/a%2Fb", "/a/b", undefined],
    ["/a%252Fb", "/a%2Fb", undefined],
    ["/caf%C3%A9", "/café", undefined],
    ["/a%3Fb", "/a?b", undefined],
    ["/.well-known/x", "/.well-known/x", undefined],
    ["//hello", "//hello", "/hello"],
    ["/hello/", "/hello/", "/hello"],
    ["/hello;v=1/x", "/hello;v=1/x", "/hello/x"],
    ["/a\\b", "/a\\b", "/a/b"],
    ["/%2Fhello", "//hello", "/hello"],
  ])("%s is %s, more plainly %s", (raw, decoded, plainer) => {
    expect(readPath(raw)).toEqual({ decoded, plainer, query: "" });
  });

  test.each([
    "/a/../b",
    "/a/./b",
    "/..",
    "/%2e%2e/b",
    "/a/%2E%2e%2fb",
    "/a/..;x/b",
    "/a/..\\b",
    "/a%5c..%5cb",
    "/%",
    "/%zz",
    "/%ff",
    "/%c0%af",
    "/%00",
    "/a%0d%0ab",
    "/a b",
    "/caf\u00e9",
    "hello",
    "*",
    "/a?b=\u00e9",
    "/a?b c",
  ])("%s is refused", (raw) => {
    expect(readPath(raw)).toHaveProperty("problem");
  });

  test("keeps the query as it was sent", () => {
    expect(readPath("/a?b=%20c&d?e=/../f")).toMatchObject({
      decoded: "/a",
      query: "b=%20c&d?e=/../f",
    });
    expect(readPath("/a?")).toMatchObject({ decoded: "/a", query: "" });
  });

  test("reads back what was encoded, whatever the segments hold", () => {
    const segment = fc
      .string({ unit: "grapheme", minLength: 1 })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are refused
      .filter((text) => !/^\.{1,2}$|^\.{1,2};|[\\/\x00-\x1f\x7f]/.test(text))
      .filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1 }), (segments) => {
        const decoded = `/${segments.join("/")}`;
        expect(readPath(encodePath(decoded))).toMatchObject({ decoded });
      }),
    );
  });

  test("never throws, and lets nothing through that a backend could take for a dot segment", () => {
    const pieces = fc.constantFrom("/", "%2f", ".", "%2e", ";", "\\", "%5c", "a", "%", "%41", "?");
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const path = readPath(`/${parts.join("")}`);
        if ("problem" in path) return;
        const segments = path.decoded.split(/[/\\]/).map((part) => part.replace(/;.*/, ""));
        expect(segments.some((part) => part === "." || part === "..")).toBe(false);
      }),
    );
  });
});

test("encodePath leaves nothing that ends a path or a request line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      if (!text.isWellFormed()) return;
      expect(encodePath(`/${text}`)).toMatch(/^[\w\-.~!$&'()*+,;=:@/%]*$/);
    }),
  );
});
