import { describe, expect, it } from "vitest";
import { secureRandom } from "../foundation/random.ts";
import { newSigningKey, openPublicKey, openSigningKey, toJsonWebKey } from "./signing-key.ts";

describe("a signing key", () => {
  it("is an RSA key of 2048 bits with a kid of 32 bytes", async () => {
    const { publicKey, privateKey } = await newSigningKey(secureRandom);
    expect(Buffer.from(publicKey.kid, "base64")).toHaveLength(32);
    expect(publicKey.kid).toHaveLength(44);
    const opened = openSigningKey(publicKey.kid, privateKey);
    expect(opened.privateKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(openPublicKey(publicKey).asymmetricKeyDetails?.publicExponent).toBe(65_537n);
  });

  it("is published with its members in alphabetical order and nothing private", async () => {
    const { publicKey } = await newSigningKey(secureRandom);
    expect(Object.keys(toJsonWebKey(publicKey))).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
  });
});
