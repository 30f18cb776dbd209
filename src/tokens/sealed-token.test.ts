import { compactDecrypt } from "jose";
import { describe, expect, it } from "vitest";
import { secureRandom } from "../foundation/random.ts";
import { openToken, sealToken } from "./sealed-token.ts";

const secret = { id: "one", key: secureRandom.bytes(32) };
const other = { id: "two", key: secureRandom.bytes(32) };
const token = sealToken({ sub: "ada" }, "refresh", secret, secureRandom);

describe("a sealed token", () => {
  it("opens under its secret, among older ones", () => {
    expect(openToken(token, "refresh", [other, secret])).toEqual({ sub: "ada" });
  });

  it("is a JWE of five parts that keeps to the pattern of refresh tokens", async () => {
    expect(token).toMatch(/^[A-Za-z0-9\-_=.]+$/);
    expect(token.split(".")).toHaveLength(5);
    const { plaintext } = await compactDecrypt(token, secret.key);
    expect(Buffer.from(plaintext).toString()).toBe('{"sub":"ada"}');
  });

  it("never repeats itself", () => {
    expect(sealToken({ sub: "ada" }, "refresh", secret, secureRandom)).not.toBe(token);
  });

  it("does not open for another use, or under another secret", () => {
    expect(openToken(token, "session", [secret])).toBeUndefined();
    expect(openToken(token, "refresh", [other])).toBeUndefined();
    const renamed = { id: "one", key: other.key };
    expect(openToken(token, "refresh", [renamed])).toBeUndefined();
  });

  it("does not open when any one character of it is changed", () => {
    for (let at = 0; at < token.length; at++) {
      const changed = `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
      // The last character of a part may hold bits that base64url does not use.
      if (isSame(changed, token)) continue;
      expect(openToken(changed, "refresh", [secret])).toBeUndefined();
    }
  });

  it.each(["", ".", "....", `${token}.`, `.${token}`, "x".repeat(5000), token.slice(0, -22)])(
    "is not %s",
    (text) => {
      expect(openToken(text, "refresh", [secret])).toBeUndefined();
    },
  );
});

function isSame(one: string, two: string): boolean {
  const bytes = (text: string) => text.split(".").map((part) => Buffer.from(part, "base64url"));
  return JSON.stringify(bytes(one)) === JSON.stringify(bytes(two));
}
