import { CognitoJwtVerifier } from "aws-jwt-verify";
import { createLocalJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { createPoolWithUser, signIn } from "../fixtures/users.ts";
import { getJson } from "../fixtures/wire.ts";

describe("pitfall 10: independent verifiers accept our tokens, and only those", () => {
  const clock = { now: () => Date.now() };
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let pool: { poolId: string; clientId: string };
  let tokens: { id: string; access: string };
  let jwks: Parameters<typeof createLocalJWKSet>[0];

  beforeAll(async () => {
    server = await temporaryServer({}, clock);
    const { idp } = clientsOf(server.url);
    pool = await createPoolWithUser(idp);
    tokens = await signIn(idp, pool.poolId, pool.clientId);
    jwks = await getJson(`${server.url}/${pool.poolId}/.well-known/jwks.json`);
  });
  afterAll(() => server.close());

  it("aws-jwt-verify", async () => {
    for (const tokenUse of ["id", "access"] as const) {
      const settings = { userPoolId: pool.poolId, clientId: pool.clientId, tokenUse };
      const verifier = CognitoJwtVerifier.create(settings);
      verifier.cacheJwks(JSON.parse(JSON.stringify(jwks)));
      await expect(verifier.verify(tokens[tokenUse])).resolves.toMatchObject({
        token_use: tokenUse,
      });
      await expect(verifier.verify(`${tokens[tokenUse].slice(0, -8)}AAAAAAAA`)).rejects.toThrow();
    }
  });

  it("jose", async () => {
    const issuer = `https://cognito-idp.us-east-1.amazonaws.com/${pool.poolId}`;
    const keys = createLocalJWKSet(jwks);
    const verified = await jwtVerify(tokens.id, keys, { issuer, audience: pool.clientId });
    expect(verified.protectedHeader).toEqual({
      kid: verified.protectedHeader.kid,
      alg: "RS256",
    });
    expect(verified.payload["cognito:username"]).toBe("ada");
  });
});
