import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { readKeySet, sameKeys } from "./key-set.ts";

const rsa = (modulusLength: number) =>
  generateKeyPairSync("rsa", { modulusLength }).publicKey.export({ format: "jwk" });
const good = rsa(2048);
const weak = rsa(1024);
const curve = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({
  format: "jwk",
});

test("keeps the keys that can verify an RSA signature", () => {
  const keys = [
    { ...good, kid: "good", use: "sig", alg: "RS256" },
    { ...good, kid: "plain" },
    { ...good },
    { ...good, kid: 7 },
    { ...good, kid: "encryption", use: "enc" },
    { ...weak, kid: "weak" },
    { ...curve, kid: "curve" },
    { kty: "oct", k: "c2VjcmV0", kid: "secret" },
    { kty: "RSA", n: "", e: "AQAB", kid: "empty" },
    { kty: "RSA", n: 1, e: "AQAB", kid: "number" },
    null,
    "text",
  ];
  const set = readKeySet({ keys }, 5);
  expect([...(set?.keys.keys() ?? [])]).toEqual(["good", "plain"]);
  expect(set?.readAt).toBe(5);
});

test("a private key in a key set serves as the public one only", () => {
  const jwk = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
    format: "jwk",
  });
  const set = readKeySet({ keys: [{ ...jwk, kid: "a" }] }, 0);
  expect(set?.keys.get("a")?.type).toBe("public");
});

test.each([null, [], {}, { keys: {} }, "keys"])("%j is no key set", (document) => {
  expect(readKeySet(document, 0)).toBeUndefined();
});

test("sets are the same when their keys are", () => {
  const read = (...keys: object[]) => {
    const set = readKeySet({ keys }, Math.random());
    if (!set) throw new Error("no key set");
    return set;
  };
  const a = { ...good, kid: "a" };
  const other = { ...rsa(2048), kid: "a" };
  expect(sameKeys(read(a), read(a))).toBe(true);
  expect(sameKeys(read(a), read(other))).toBe(false);
  expect(sameKeys(read(a), read({ ...a, kid: "b" }))).toBe(false);
  expect(sameKeys(read(a), read(a, { ...a, kid: "b" }))).toBe(false);
});
