import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf, present } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { createClient, createPoolWithUser, password } from "../fixtures/users.ts";
import { callCognito } from "../fixtures/wire.ts";

describe("pitfall 4: the client's secret is asked for in every flow", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let poolId: string;
  let clientId: string;
  let secret: string;

  beforeAll(async () => {
    server = await temporaryServer();
    const { idp } = clientsOf(server.url);
    ({ poolId } = await createPoolWithUser(idp));
    const client = await createClient(idp, poolId, { GenerateSecret: true });
    clientId = client.ClientId;
    secret = present(client.ClientSecret);
  });
  afterAll(() => server.close());

  const hash = (key: string, username: string) =>
    createHmac("sha256", key).update(`${username}${clientId}`).digest("base64");

  const start = (AuthFlow: string, parameters: Record<string, string>) =>
    callCognito(server.url, AuthFlow.startsWith("ADMIN") ? "AdminInitiateAuth" : "InitiateAuth", {
      ...(AuthFlow.startsWith("ADMIN") ? { UserPoolId: poolId } : {}),
      ClientId: clientId,
      AuthFlow,
      AuthParameters: parameters,
    });

  const flows = ["ADMIN_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"];

  it.each(flows)("%s with the right hash passes", async (flow) => {
    const SECRET_HASH = hash(secret, "ada");
    const answer = await start(flow, { USERNAME: "ada", PASSWORD: password, SECRET_HASH });
    expect(answer.status).toBe(200);
  });

  it.each(flows)("%s without, or with a wrong hash, is refused", async (flow) => {
    const right = { USERNAME: "ada", PASSWORD: password };
    const hashes = [
      hash("wrong", "ada"),
      hash(secret, "grace"),
      hash(secret, "ada").slice(0, -2),
      `${hash(secret, "ada")}=`,
      "",
      secret,
    ];
    for (const parameters of [right, ...hashes.map((SECRET_HASH) => ({ ...right, SECRET_HASH }))]) {
      const answer = await start(flow, parameters);
      expect(answer.status).toBe(400);
      expect(answer.body).not.toHaveProperty("AuthenticationResult");
    }
  });

  it("a refresh needs it too, made with the user's own name", async () => {
    const SECRET_HASH = hash(secret, "ada");
    const first = await start(flows[0] ?? "", { USERNAME: "ada", PASSWORD: password, SECRET_HASH });
    const tokens = JSON.parse(JSON.stringify(first.body)).AuthenticationResult;
    const parameters = { REFRESH_TOKEN: tokens.RefreshToken };
    expect((await start("REFRESH_TOKEN_AUTH", parameters)).status).toBe(400);
    const wrong = { ...parameters, SECRET_HASH: hash(secret, "grace") };
    expect((await start("REFRESH_TOKEN_AUTH", wrong)).status).toBe(400);
    const right = { ...parameters, SECRET_HASH };
    expect((await start("REFRESH_TOKEN_AUTH", right)).status).toBe(200);
  });

  it.each([
    ["SignUp", { Password: password }],
    ["ConfirmSignUp", { ConfirmationCode: "123456" }],
    ["ResendConfirmationCode", {}],
    ["ForgotPassword", {}],
    ["ConfirmForgotPassword", { ConfirmationCode: "123456", Password: password }],
  ])("%s asks for it before all else", async (operation, given) => {
    const call = (hashed: object) =>
      callCognito(server.url, operation, {
        ...{ ClientId: clientId, Username: "ada", ...given },
        ...hashed,
      });
    const without = await call({});
    expect(without.body).toEqual({
      __type: "NotAuthorizedException",
      message: `Client ${clientId} is configured with secret but SECRET_HASH was not received`,
    });
    for (const SecretHash of [hash("wrong", "ada"), hash(secret, "grace"), secret]) {
      expect((await call({ SecretHash })).body).toEqual({
        __type: "NotAuthorizedException",
        message: `Unable to verify secret hash for client ${clientId}`,
      });
    }
    const right = await call({ SecretHash: hash(secret, "ada") });
    expect(right.body?.message ?? "").not.toMatch(/secret/i);
  });
});
