import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  ListUserPoolsCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryServer } from "../fixtures/server.ts";
import { anySignature, callCognito } from "../fixtures/wire.ts";

const key = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret", account: "111122223333" };
const present = { now: () => Date.now() };

describe("a server that knows its callers' keys", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;

  beforeAll(async () => {
    server = await temporaryServer({ credentials: [key] }, present);
  });
  afterAll(() => server.close());

  const clientWith = (secretAccessKey: string) =>
    new CognitoIdentityProviderClient({
      endpoint: server.url,
      region: "us-east-1",
      credentials: { accessKeyId: key.accessKeyId, secretAccessKey },
    });

  it("lets in whoever has the secret, into the key's account", async () => {
    const { UserPool } = await clientWith("secret").send(
      new CreateUserPoolCommand({ PoolName: "pool" }),
    );
    expect(UserPool?.Arn).toContain(`:${key.account}:`);
  });

  it("refuses who has not", async () => {
    const list = new ListUserPoolsCommand({ MaxResults: 1 });
    await expect(clientWith("guess").send(list)).rejects.toMatchObject({
      name: "InvalidSignatureException",
    });
    const unknown = await callCognito(server.url, "ListUserPools", { MaxResults: 1 });
    expect(unknown.body).toMatchObject({ __type: "UnrecognizedClientException" });
    const unsigned = await callCognito(server.url, "ListUserPools", {}, { authorization: "" });
    expect(unsigned.body).toMatchObject({ __type: "MissingAuthenticationTokenException" });
  });

  it("shows its traces to them alone, and its health to all", async () => {
    const traces = `${server.url}/_gatepool/traces`;
    expect((await fetch(traces)).status).toBe(403);
    const forged = await fetch(traces, { headers: { authorization: anySignature } });
    expect(forged.status).toBe(403);
    expect(await forged.text()).toMatch(/AWS_ACCESS_KEY_ID|access key/);
    expect((await fetch(`${server.url}/_gatepool/health`)).status).toBe(200);
  });
});
