import { rm } from "node:fs/promises";
import {
  type CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  GetUserCommand,
  InitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awsEnvironment, pythonWithBoto3 } from "../fixtures/aws-programs.ts";
import { engines } from "../fixtures/engines.ts";
import { type RunningGatepool, run, startGatepool } from "../fixtures/gatepool.ts";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { sentCode } from "../fixtures/outbox.ts";
import { signUpPool } from "../fixtures/sign-up.ts";
import { temporaryFolder } from "../fixtures/storage.ts";
import { attributeOf, rightPassword } from "../fixtures/user-pools.ts";

describe.each(Object.entries(engines))("a sign-up on %s", (_, open) => {
  let gatepool: RunningGatepool;
  let engine: Awaited<ReturnType<typeof open>>;
  let folder: string;
  let idp: CognitoIdentityProviderClient;
  let pool: Awaited<ReturnType<typeof signUpPool>>;

  beforeAll(async () => {
    engine = await open();
    folder = await temporaryFolder();
    gatepool = await startGatepool(["--data-dir", folder, ...engine.args]);
    ({ idp } = clientsOf(gatepool.url));
    pool = await signUpPool(idp);
  });

  afterAll(async () => {
    await gatepool.stop();
    await engine.close();
    await rm(folder, { recursive: true });
  });

  const signIn = async (USERNAME: string) => {
    const AuthParameters = { USERNAME, PASSWORD: rightPassword };
    const input = {
      ClientId: pool.clientId,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters,
    } as const;
    return (await idp.send(new InitiateAuthCommand(input))).AuthenticationResult;
  };

  it("leads to a user who signs in, with SDK v3", async () => {
    const { UserSub, CodeDeliveryDetails } = await pool.signUp("ada");
    expect(CodeDeliveryDetails?.Destination).toBe("a***@e***");
    await expect(signIn("ada")).rejects.toMatchObject({ name: "UserNotConfirmedException" });
    const ConfirmationCode = await sentCode(gatepool.url, "ada@example.com");
    const confirm = { ClientId: pool.clientId, Username: "ada", ConfirmationCode };
    await idp.send(new ConfirmSignUpCommand(confirm));
    const AccessToken = (await signIn("ada"))?.AccessToken;
    const user = await idp.send(new GetUserCommand({ AccessToken }));
    expect(attributeOf(user.UserAttributes, "sub")).toBe(UserSub);
    expect(attributeOf(user.UserAttributes, "email_verified")).toBe("true");
  });

  it("leads to a user who signs in, with boto3", async () => {
    const args = ["test/journeys/boto3-sign-up.py", gatepool.url, pool.clientId];
    const answer = await run(await pythonWithBoto3(), args, awsEnvironment);
    expect(answer.stderr).toBe("");
    expect(answer.stdout.trim().split("\n")).toEqual([
      "code sent to g***@e***",
      "User is not confirmed.",
      "Invalid verification code provided, please try again.",
      "true",
    ]);
  });

  it("is completed by a code that was sent before a restart", async () => {
    await pool.signUp("linus");
    await gatepool.stop();
    gatepool = await startGatepool(["--data-dir", folder, ...engine.args]);
    ({ idp } = clientsOf(gatepool.url));
    const ConfirmationCode = await sentCode(gatepool.url, "linus@example.com");
    const confirm = { ClientId: pool.clientId, Username: "linus", ConfirmationCode };
    await idp.send(new ConfirmSignUpCommand(confirm));
    expect(await signIn("linus")).toBeDefined();
  });
});
