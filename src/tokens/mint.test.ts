import { decodeProtectedHeader, importJWK, jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { secureRandom } from "../foundation/random.ts";
import { mintToken } from "./mint.ts";
import { newSigningKey, openPublicKey, openSigningKey, toJsonWebKey } from "./signing-key.ts";

describe("a minted token", () => {
  it("is a JWT that others accept under the published key", async () => {
    const made = await newSigningKey(secureRandom);
    const key = openSigningKey(made.publicKey.kid, made.privateKey);
    const token = await mintToken(key, { sub: "ä", exp: 4_000_000_000 });
    const published = await importJWK({ ...toJsonWebKey(made.publicKey) }, "RS256");
    const { payload } = await jwtVerify(token, published);
    expect(payload).toEqual({ sub: "ä", exp: 4_000_000_000 });
    expect(JSON.stringify(decodeProtectedHeader(token))).toBe(
      JSON.stringify({ kid: made.publicKey.kid, alg: "RS256" }),
    );
  });

  it("is not accepted under another key", async () => {
    const [one, other] = await Promise.all([
      newSigningKey(secureRandom),
      newSigningKey(secureRandom),
    ]);
    const token = await mintToken(openSigningKey("one", one.privateKey), { exp: 4_000_000_000 });
    await expect(jwtVerify(token, openPublicKey(other.publicKey))).rejects.toThrow("signature");
  });
});
