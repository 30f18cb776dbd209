import { createServer } from "node:net";
import { allowInsecureRequests, discovery } from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { createPoolWithUser, signIn } from "../fixtures/users.ts";
import { getJson } from "../fixtures/wire.ts";

const issuers = { aws: "aws", own: new URL("http://127.0.0.1:4999") } as const;

describe.each(Object.entries(issuers))("pitfall 12: the issuer, spelt as %s", (mode, issuer) => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let pool: { poolId: string; clientId: string };
  let discovered: Record<string, string>;

  beforeAll(async () => {
    server = await temporaryServer({ issuer });
    pool = await createPoolWithUser(clientsOf(server.url).idp);
    const url = `${server.url}/${pool.poolId}/.well-known/openid-configuration`;
    discovered = await getJson(url);
  });
  afterAll(() => server.close());

  it("is the same, byte for byte, in tokens and in the discovery document", async () => {
    const expected =
      mode === "aws"
        ? `https://cognito-idp.us-east-1.amazonaws.com/${pool.poolId}`
        : `http://127.0.0.1:4999/${pool.poolId}`;
    expect(discovered.issuer).toBe(expected);
    expect(discovered.jwks_uri).toBe(`${expected}/.well-known/jwks.json`);
    const { idp } = clientsOf(server.url);
    const tokens = await signIn(idp, pool.poolId, pool.clientId);
    for (const token of [tokens.id, tokens.access]) {
      const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
      expect(claims.iss).toBe(expected);
    }
  });
});

describe("pitfall 12: a client that insists on it", () => {
  it("openid-client discovers a pool by the server's own address", async () => {
    const port = await freePort();
    const server = await temporaryServer({ port, issuer: new URL(`http://127.0.0.1:${port}`) });
    try {
      const { poolId, clientId } = await createPoolWithUser(clientsOf(server.url).idp);
      const issuer = new URL(`${server.url}/${poolId}`);
      const options = { execute: [allowInsecureRequests] };
      const found = await discovery(issuer, clientId, undefined, undefined, options);
      expect(found.serverMetadata().issuer).toBe(issuer.href);
    } finally {
      await server.close();
    }
  });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
