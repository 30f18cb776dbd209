import { rm } from "node:fs/promises";
import {
  type CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awsEnvironment, pythonWithBoto3 } from "../fixtures/aws-programs.ts";
import { engines } from "../fixtures/engines.ts";
import { type RunningGatepool, run, startGatepool } from "../fixtures/gatepool.ts";
import { clientsOf, present } from "../fixtures/hello-stack.ts";
import { sentCode } from "../fixtures/outbox.ts";
import { temporaryFolder } from "../fixtures/storage.ts";
import { newClient, newPool, newUser, rightPassword } from "../fixtures/user-pools.ts";

describe.each(Object.entries(engines))("a forgotten password on %s", (_, open) => {
  let gatepool: RunningGatepool;
  let engine: Awaited<ReturnType<typeof open>>;
  let folder: string;
  let idp: CognitoIdentityProviderClient;
  let poolId: string;
  let ClientId: string;

  beforeAll(async () => {
    engine = await open();
    folder = await temporaryFolder();
    gatepool = await startGatepool(["--data-dir", folder, ...engine.args]);
    ({ idp } = clientsOf(gatepool.url));
    poolId = await newPool(idp, { AutoVerifiedAttributes: ["email"] });
    ({ ClientId } = await newClient(idp, poolId));
  });

  afterAll(async () => {
    await gatepool.stop();
    await engine.close();
    await rm(folder, { recursive: true });
  });

  const createUser = (name: string) =>
    newUser(idp, poolId, name, [
      { Name: "email", Value: `${name}@example.com` },
      { Name: "email_verified", Value: "true" },
    ]);

  const initiate = async (flow: "USER_PASSWORD_AUTH" | "REFRESH_TOKEN_AUTH", given: object) => {
    const command = new InitiateAuthCommand({
      ClientId,
      AuthFlow: flow,
      AuthParameters: { ...given },
    });
    return present((await idp.send(command)).AuthenticationResult);
  };

  it("is replaced by way of a code, with SDK v3", async () => {
    await createUser("ada");
    const before = await initiate("USER_PASSWORD_AUTH", {
      USERNAME: "ada",
      PASSWORD: rightPassword,
    });
    const sent = await idp.send(new ForgotPasswordCommand({ ClientId, Username: "ada" }));
    expect(sent.CodeDeliveryDetails).toEqual({
      Destination: "a***@e***",
      DeliveryMedium: "EMAIL",
      AttributeName: "email",
    });
    const ConfirmationCode = await sentCode(gatepool.url, "ada@example.com");
    const Password = "Fresh-1234";
    const confirm = { ClientId, Username: "ada", ConfirmationCode, Password };
    await idp.send(new ConfirmForgotPasswordCommand(confirm));
    const after = await initiate("USER_PASSWORD_AUTH", { USERNAME: "ada", PASSWORD: Password });
    await initiate("REFRESH_TOKEN_AUTH", { REFRESH_TOKEN: after.RefreshToken });
    const old = initiate("REFRESH_TOKEN_AUTH", { REFRESH_TOKEN: before.RefreshToken });
    await expect(old).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Refresh Token has been revoked",
    });
  });

  it("is replaced by way of a code, with boto3", async () => {
    await createUser("grace");
    const script = "test/journeys/boto3-forgot-password.py";
    const args = [script, gatepool.url, ClientId, "grace", rightPassword];
    const answer = await run(await pythonWithBoto3(), args, awsEnvironment);
    expect(answer.stderr).toBe("");
    expect(answer.stdout.trim().split("\n")).toEqual([
      "signed in",
      "code sent to g***@e***",
      "signed in",
      "Incorrect username or password.",
      "Refresh Token has been revoked",
    ]);
  });

  it("leaves neither code nor password in any trace or on the console", async () => {
    const traces = await (await fetch(`${gatepool.url}/_gatepool/traces?limit=1000`)).text();
    const code = await sentCode(gatepool.url, "ada@example.com");
    for (const secret of [code, rightPassword, "Fresh-1234"]) {
      expect(traces + gatepool.output()).not.toMatch(new RegExp(`\\b${secret}\\b`));
    }
    expect(traces).toContain("Refresh Token has been revoked");
  });
});
