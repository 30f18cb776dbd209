import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeJwt } from "./jwt-decode.ts";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("takes a token apart", () => {
  const [header, claims] = [encode({ alg: "RS256" }), encode({ sub: "Adá" })];
  expect(decodeJwt(`${header}.${claims}.c2ln`)).toEqual({
    header: { alg: "RS256" },
    claims: { sub: "Adá" },
    signed: `${header}.${claims}`,
    signature: "c2ln",
  });
});

describe("says what is wrong with", () => {
  test.each([
    ["", "it has 1 part between dots, not 3"],
    ["a.b", "it has 2 parts between dots, not 3"],
    ["a.b.c.d", "it has 4 parts between dots, not 3"],
    ["..", "a part of it is empty, or has characters that are not base64url"],
    ["a.b.c=", "a part of it is empty, or has characters that are not base64url"],
    ["a.b c.d", "a part of it is empty, or has characters that are not base64url"],
    ["a.b.c", "its header is not a JSON object in base64url"],
    [`${encode([])}.${encode({})}.c`, "its header is not a JSON object in base64url"],
    [`${encode({})}.${encode("text")}.c`, "its payload is not a JSON object in base64url"],
    [`${encode({})}.${encode(null)}.c`, "its payload is not a JSON object in base64url"],
    [`${encode({})}.${"a".repeat(20_000)}.c`, "it is 20006 characters long"],
  ])("%s", (text, detail) => {
    expect(decodeJwt(text)).toEqual({ detail });
  });
});

test("never throws, and never quotes what it was given", () => {
  const part = fc.oneof(
    fc.string(),
    fc.json().map((json) => Buffer.from(json).toString("base64url")),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const text = parts.join(".");
      const token = decodeJwt(text);
      if ("detail" in token && text.length > 12) expect(token.detail).not.toContain(text);
    }),
  );
});
