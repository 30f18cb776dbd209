import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPool, type UserPoolsServer, userPoolsServer } from "../../test/fixtures/user-pools.ts";

const issuers = { aws: "aws", own: new URL("https://id.example.com/base/") } as const;

describe.each(Object.entries(issuers))("the documents of a pool, issuer %s", (mode, issuer) => {
  let server: UserPoolsServer;
  let poolId: string;
  let host: string;

  beforeAll(async () => {
    server = await userPoolsServer({ issuer });
    poolId = await newPool(server.idp);
    host =
      mode === "aws"
        ? "https://cognito-idp.us-east-1.amazonaws.com"
        : "https://id.example.com/base";
  });
  afterAll(() => server.close());

  const get = (path: string, method = "GET") =>
    server.pools.documents({ method, path, query: "", headers: {}, body: Buffer.of() });

  it("hold two public keys, ID key first", async () => {
    const answer = await get(`/${poolId}/.well-known/jwks.json`);
    expect(answer?.status).toBe(200);
    expect(answer?.headers).toEqual({
      "content-type": "application/json",
      "cache-control": "public, max-age=86400",
    });
    const { keys } = JSON.parse(String(answer?.body));
    expect(keys).toHaveLength(2);
    for (const key of keys) {
      expect(Object.keys(key)).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
      expect(key).toMatchObject({ alg: "RS256", e: "AQAB", kty: "RSA", use: "sig" });
      expect(key.kid).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    }
  });

  it("tell where everything is, in alphabetical order", async () => {
    const answer = await get(`/${poolId}/.well-known/openid-configuration`);
    expect(String(answer?.body)).toBe(
      JSON.stringify({
        authorization_endpoint: `${host}/oauth2/authorize`,
        end_session_endpoint: `${host}/logout`,
        id_token_signing_alg_values_supported: ["RS256"],
        issuer: `${host}/${poolId}`,
        jwks_uri: `${host}/${poolId}/.well-known/jwks.json`,
        response_types_supported: ["code", "token"],
        revocation_endpoint: `${host}/oauth2/revoke`,
        scopes_supported: ["openid", "email", "phone", "profile"],
        subject_types_supported: ["public"],
        token_endpoint: `${host}/oauth2/token`,
        token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
        userinfo_endpoint: `${host}/oauth2/userInfo`,
      }),
    );
  });

  it("are served below the issuer's own path too", async () => {
    const base = mode === "aws" ? "" : "/base";
    expect((await get(`${base}/${poolId}/.well-known/jwks.json`))?.status).toBe(200);
  });

  it("are not there for unknown pools", async () => {
    const answer = await get("/us-east-1_none/.well-known/jwks.json");
    expect(answer?.status).toBe(404);
    expect(answer?.headers["cache-control"]).toBe("no-store");
  });

  it("are nothing else", async () => {
    for (const path of [
      "/",
      `/${poolId}`,
      `/${poolId}/.well-known/other`,
      `/x/${poolId}/.well-known/jwks.json`,
    ]) {
      expect(await get(path)).toBeUndefined();
    }
    expect(await get(`/${poolId}/.well-known/jwks.json`, "POST")).toBeUndefined();
  });

  it("hold the keys that the gateway finds under either spelling of the issuer", async () => {
    const { keys } = JSON.parse(String((await get(`/${poolId}/.well-known/jwks.json`))?.body));
    for (const name of [
      `https://cognito-idp.us-east-1.amazonaws.com/${poolId}`,
      `https://issuer-cognito-idp.us-east-1.amazonaws.com/${poolId}`,
      `${host}/${poolId}`,
    ]) {
      const found = await server.pools.localKeys(name);
      const kids = keys.map(({ kid }: { kid: string }) => kid);
      expect([...(found?.keys.keys() ?? [])]).toEqual(kids);
    }
    for (const name of ["https://id.example.com/us-east-1_none", "https://example.com/x"]) {
      expect(await server.pools.localKeys(name)).toBeUndefined();
    }
  });
});
