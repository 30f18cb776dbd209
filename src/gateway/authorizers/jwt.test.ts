import { createHmac, createPublicKey } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  functionRoute,
  type Issuer,
  newIssuer,
  noon,
  type ServedGateway,
  sendRaw,
  serveGateway,
  signToken,
} from "../../../test/fixtures/gateway.ts";

const awsIssuer = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_poolAAAAA";
const seconds = noon / 1000;
const localKeys = async (issuer: string) => (issuer === awsIssuer ? pool.keySet : undefined);
const answer = async () => ({ kind: "answered", payload: '"let through"' }) as const;

let pool: Issuer;
let stranger: Issuer;
let served: ServedGateway;

beforeAll(async () => {
  pool = newIssuer(awsIssuer);
  stranger = newIssuer("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_poolBBBBB", "key-9");
  const { authorizer } = pool;
  const inQuery = { ...authorizer, identitySource: { from: "querystring", name: "tok" } } as const;
  const own = { ...authorizer, identitySource: { from: "header", name: "X-Token" } } as const;
  served = await serveGateway(
    [
      {
        routes: [
          functionRoute("GET /hello", { authorizer }),
          functionRoute("GET /scoped", { authorizer, scopes: ["pets/read", "pets/write"] }),
          functionRoute("GET /query", { authorizer: inQuery }),
          functionRoute("GET /own", { authorizer: own }),
          functionRoute("GET /open"),
        ],
      },
    ],
    { invoke: answer, localKeys },
  );
});
afterAll(() => served.close());

const call = (token?: string, path = "/hello") =>
  fetch(`${served.url}${path}`, token === undefined ? {} : { headers: { authorization: token } });

async function outcome(token?: string, path = "/hello") {
  const response = await call(token, path);
  const challenge = response.headers.get("www-authenticate");
  return { status: response.status, body: await response.text(), challenge };
}

const unauthorized = (description: string, scope = "") => ({
  status: 401,
  body: '{"message":"Unauthorized"}',
  challenge: `Bearer scope="${scope}" error="invalid_token" error_description="${description}"`,
});

const missing = { status: 401, body: '{"message":"Unauthorized"}', challenge: "Bearer" };

describe("lets through", () => {
  test.each([
    ["a bare token", () => pool.token()],
    ["a token behind Bearer", () => `Bearer ${pool.token()}`],
    ["a token behind bearer", () => `bearer ${pool.token()}`],
    ["RS384", () => pool.token({}, { alg: "RS384" })],
    ["RS512", () => pool.token({}, { alg: "RS512" })],
    ["a list of audiences", () => pool.token({ aud: ["other", "client1"] })],
    ["an access token, by its client", () => pool.token({ aud: undefined, client_id: "client1" })],
    ["a token of this very second", () => pool.token({ iat: seconds, nbf: seconds })],
    ["a token without iat", () => pool.token({ iat: undefined })],
    [
      "an issuer spelled as this server spells it",
      () => pool.token({ iss: "http://127.0.0.1:4566/us-east-1_poolAAAAA" }),
    ],
  ])("%s", async (_, token) => {
    expect(await outcome(token())).toMatchObject({ status: 200, body: "let through" });
  });

  test("a token in the query", async () => {
    expect((await call(undefined, `/query?tok=${pool.token()}`)).status).toBe(200);
    expect((await call(undefined, `/query?TOK=${pool.token()}`)).status).toBe(401);
  });

  test("a token in another header, whatever the case of its name", async () => {
    const headers = { "x-token": pool.token() };
    expect((await fetch(`${served.url}/own`, { headers })).status).toBe(200);
    expect((await call(pool.token(), "/own")).status).toBe(401);
  });

  test.each([
    ["scope", { scope: "openid pets/write" }],
    ["scp as text", { scp: "pets/read" }],
    ["scp as a list", { scp: ["a", "pets/read"] }],
  ])("a scope in %s", async (_, claims) => {
    expect((await call(pool.token(claims), "/scoped")).status).toBe(200);
  });
});

describe("refuses", () => {
  test.each([
    ["no token", undefined],
    ["an empty token", ""],
    ["a scheme without a token", "Bearer"],
  ])("%s", async (_, token) => {
    expect(await outcome(token)).toEqual(missing);
  });

  test("two tokens, though both be good", async () => {
    const token = pool.token();
    const answered = await sendRaw(
      served.port,
      "GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" +
        `Authorization: ${token}\r\nauthorization: ${token}\r\n\r\n`,
    );
    expect(answered).toMatch(/^HTTP\/1\.1 401 /);
    expect((await call(undefined, `/query?tok=${token}&tok=${token}`)).status).toBe(401);
    expect((await call(`${token}, ${token}`)).status).toBe(401);
  });

  const malformed = unauthorized("the token is malformed");
  test.each([
    ["text", () => "hello"],
    ["two parts", () => "a.b"],
    ["four parts", () => `${pool.token()}.x`],
    ["empty parts", () => ".."],
    ["padding", () => `${pool.token()}==`],
    ["a header that is no JSON", () => pool.token().replace(/^[^.]+/, "bm8")],
    ["a header that is a list", () => pool.token().replace(/^[^.]+/, "W10")],
    ["claims that are null", () => pool.token().replace(/\.[^.]+\./, ".bnVsbA.")],
    ["claims without exp", () => pool.token({ exp: undefined })],
    ["exp as text", () => pool.token({ exp: String(seconds + 60) })],
    ["nbf as text", () => pool.token({ nbf: "0" })],
    ["iat as null", () => pool.token({ iat: null })],
    ["crit", () => pool.token({}, { crit: ["exp"], exp: 1 })],
    ["Basic credentials", () => "Basic YWRhOnNlY3JldA=="],
  ])("a malformed token: %s", async (_, token) => {
    expect(await outcome(token())).toEqual(malformed);
  });

  const algorithm = unauthorized("the token has an unsupported signing method");
  test.each(["none", "None", "HS256", "ES256", "PS256", "EdDSA", "rs256", "", "constructor"])(
    "alg %j",
    async (alg) => {
      const token = pool.token({}, { alg });
      expect(await outcome(token)).toEqual(algorithm);
      expect((await call(token.replace(/[^.]+$/, ""))).status).toBe(401);
    },
  );

  test("HS256 with the public key for a secret", async () => {
    const token = pool.token({}, { alg: "HS256" });
    const signed = token.slice(0, token.lastIndexOf("."));
    const pem = createPublicKey(pool.privateKey).export({ type: "spki", format: "pem" });
    const mac = createHmac("sha256", pem).update(signed).digest("base64url");
    expect(await outcome(`${signed}.${mac}`)).toEqual(algorithm);
  });

  const issuer = unauthorized("issuer does not match");
  test.each([
    ["another pool", () => stranger.token()],
    ["a slash too many", () => pool.token({ iss: `${awsIssuer}/` })],
    ["no issuer", () => pool.token({ iss: undefined })],
    ["a list of issuers", () => pool.token({ iss: [awsIssuer] })],
  ])("another issuer: %s", async (_, token) => {
    expect(await outcome(token())).toEqual(issuer);
  });

  const key = unauthorized("the token has an unknown signing key");
  test.each([
    ["an unknown kid", () => pool.token({}, { kid: "other" })],
    ["no kid", () => pool.token({}, { kid: undefined })],
    ["a kid that is no text", () => pool.token({}, { kid: 1 })],
    ["a kid that objects inherit", () => pool.token({}, { kid: "__proto__" })],
  ])("%s", async (_, token) => {
    expect(await outcome(token())).toEqual(key);
  });

  const signature = unauthorized("the token has an invalid signature");
  test.each([
    [
      "of somebody else",
      () =>
        signToken(
          { alg: "RS256", ...{ kid: pool.kid } },
          claimsOf(pool.token()),
          stranger.privateKey,
        ),
    ],
    [
      "of other claims",
      () => pool.token().replace(/\.[^.]+\./, `.${claimsPart({ sub: "root" })}.`),
    ],
    ["of another hash", () => pool.token().replace(/^[^.]+/, headerPart({ alg: "RS512" }))],
    ["that is cut", () => pool.token().slice(0, -4)],
    ["that is too long", () => `${pool.token()}AAAA`],
  ])("a signature %s", async (_, token) => {
    expect(await outcome(token())).toEqual(signature);
  });

  const audience = unauthorized("the token does not have a valid audience");
  test.each([
    ["another client", { aud: "client2" }],
    ["another client, whatever client_id says", { aud: "client2", client_id: "client1" }],
    ["an access token of another client", { aud: undefined, client_id: "client2" }],
    ["nobody", { aud: undefined }],
    ["an empty list, whatever client_id says", { aud: [], client_id: "client1" }],
    ["null, whatever client_id says", { aud: null, client_id: "client1" }],
    ["a list in a list", { aud: [["client1"]] }],
    ["an object", { aud: { client1: true } }],
  ])("a token for %s", async (_, claims) => {
    expect(await outcome(pool.token(claims))).toEqual(audience);
  });

  test.each([
    ["that has expired", { exp: seconds - 1 }, "the token has expired"],
    ["that expires now", { exp: seconds }, "the token has expired"],
    ["that is not valid yet", { nbf: seconds + 1 }, "the token is not valid yet"],
    ["that was issued in the future", { iat: seconds + 1 }, "the token was issued in the future"],
  ])("a token %s", async (_, claims, description) => {
    expect(await outcome(pool.token(claims))).toEqual(unauthorized(description));
  });

  test("names the route's scopes in its challenge", async () => {
    const token = pool.token({ exp: seconds - 1 });
    expect(await outcome(token, "/scoped")).toEqual(
      unauthorized("the token has expired", "pets/read pets/write"),
    );
  });

  test.each([
    ["none of the scopes", { scope: "openid" }],
    ["no scopes, as an ID token", { token_use: "id" }],
    ["a scope that only begins alike", { scope: "pets/readonly" }],
    ["scopes as an object", { scope: { "pets/read": true } }],
  ])("a token with %s: 403", async (_, claims) => {
    expect(await outcome(pool.token(claims), "/scoped")).toEqual({
      status: 403,
      body: '{"message":"Forbidden"}',
      challenge:
        'Bearer scope="pets/read pets/write" error="insufficient_scope" ' +
        'error_description="the token does not have a required scope"',
    });
  });

  test("a token that is longer than a head may be", async () => {
    expect((await call(`${pool.token()}.${"x".repeat(11_000)}`)).status).toBe(431);
  });
});

function claimsOf(token: string): object {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
}

function claimsPart(change: object): string {
  return Buffer.from(JSON.stringify({ ...claimsOf(pool.token()), ...change })).toString(
    "base64url",
  );
}

function headerPart(change: object): string {
  const header = { alg: "RS256", kid: pool.kid, ...change };
  return Buffer.from(JSON.stringify(header)).toString("base64url");
}
