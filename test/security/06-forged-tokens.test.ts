import { createHmac, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { DeleteUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf, createHelloStack, type HelloStack } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { createUser, signIn } from "../fixtures/users.ts";
import { getJson } from "../fixtures/wire.ts";

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const decode = (part = "") => JSON.parse(Buffer.from(part, "base64url").toString());

describe("pitfall 6: only RS256 by the pool's own keys", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let stack: HelloStack;
  let token: string;
  let jwk: { kid: string; n: string; e: string; kty: string };

  beforeAll(async () => {
    server = await temporaryServer();
    const clients = clientsOf(server.url);
    stack = await createHelloStack(clients);
    await createUser(clients.idp, stack.poolId);
    token = (await signIn(clients.idp, stack.poolId, stack.clientId)).id;
    const url = `${server.url}/${stack.poolId}/.well-known/jwks.json`;
    const { keys } = await getJson(url);
    jwk = keys.find((key: { kid: string }) => key.kid === decode(token.split(".")[0]).kid);
  });
  afterAll(() => server.close());

  const call = async (forged: string) => {
    const url = `${server.url}/_api/${stack.apiId}/api/hello`;
    const answer = await fetch(url, { headers: { authorization: forged } });
    return answer.status;
  };

  const claims = () => decode(token.split(".")[1]);
  const kid = () => jwk.kid;

  it("the true token passes", async () => {
    expect(await call(token)).toBe(200);
  });

  it.each([["none"], ["None"], ["NONE"], [""]])("alg %s", async (alg) => {
    const unsigned = `${encode({ kid: kid(), alg })}.${encode(claims())}.`;
    expect(await call(unsigned)).toBe(401);
    expect(await call(`${unsigned}AAAA`)).toBe(401);
    expect(await call(unsigned.slice(0, -1))).toBe(401);
  });

  it("HS256 with the public key as its secret", async () => {
    const publicKey = createPublicKey({ key: jwk, format: "jwk" });
    const forms = [
      publicKey.export({ type: "spki", format: "pem" }),
      publicKey.export({ type: "pkcs1", format: "pem" }),
      publicKey.export({ type: "spki", format: "der" }),
      JSON.stringify(jwk),
      jwk.n,
    ];
    const body = `${encode({ kid: kid(), alg: "HS256" })}.${encode(claims())}`;
    for (const form of forms) {
      const mac = createHmac("sha256", form).update(body).digest("base64url");
      expect(await call(`${body}.${mac}`)).toBe(401);
    }
  });

  it("another key, under the pool's kid or its own, or carried along", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const own = publicKey.export({ format: "jwk" });
    const headers = [
      { kid: kid(), alg: "RS256" },
      { kid: "mine", alg: "RS256" },
      { alg: "RS256" },
      { kid: kid(), alg: "RS256", jwk: own },
      { kid: kid(), alg: "RS256", jku: "http://127.0.0.1:9/keys" },
    ];
    for (const header of headers) {
      const body = `${encode(header)}.${encode(claims())}`;
      const signature = sign("RSA-SHA256", Buffer.from(body), privateKey).toString("base64url");
      expect(await call(`${body}.${signature}`)).toBe(401);
    }
  });

  it("changed claims under the true signature", async () => {
    const [header, , signature] = token.split(".");
    const changed = { ...claims(), "cognito:username": "root", exp: claims().exp + 1e6 };
    expect(await call(`${header}.${encode(changed)}.${signature}`)).toBe(401);
  });

  it("the true token, damaged or doubled", async () => {
    for (const forged of [
      `${token}A`,
      token.slice(0, -3),
      `${token}.`,
      `.${token}`,
      token.replace(".", ".."),
      `${token} ${token}`,
      `${token},${token}`,
      "Bearer",
      "a.b.c",
      "...",
      `${"A".repeat(9000)}.B.C`,
    ]) {
      expect(await call(forged)).toBe(401);
    }
  });

  it("a true token whose pool is gone, from that moment on", async () => {
    const { idp } = clientsOf(server.url);
    expect(await call(token)).toBe(200);
    await idp.send(new DeleteUserPoolCommand({ UserPoolId: stack.poolId }));
    expect(await call(token)).toBe(401);
  });
});
