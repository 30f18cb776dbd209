import {
  AdminConfirmSignUpCommand,
  AdminDisableUserCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { signUpPool } from "../fixtures/sign-up.ts";
import { createClient } from "../fixtures/users.ts";
import { callCognito } from "../fixtures/wire.ts";

describe("pitfall 21: sign-ups do not tell whether a user exists", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let ClientId: string;

  beforeAll(async () => {
    server = await temporaryServer();
    const { idp } = clientsOf(server.url);
    const { poolId: UserPoolId, signUp } = await signUpPool(idp);
    for (const name of ["waiting", "settled", "disabled"]) await signUp(name);
    await idp.send(new AdminConfirmSignUpCommand({ UserPoolId, Username: "settled" }));
    await idp.send(new AdminDisableUserCommand({ UserPoolId, Username: "disabled" }));
    const hiding = { PreventUserExistenceErrors: "ENABLED" } as const;
    ({ ClientId } = await createClient(idp, UserPoolId, hiding));
  });
  afterAll(() => server.close());

  /** What somebody sees who has no code and tries for long. */
  async function attemptsOf(Username: string) {
    const call = (operation: string, input: object = {}) =>
      callCognito(server.url, operation, { ClientId, Username, ...input });
    const answers = [];
    for (let count = 0; count < 7; count++) answers.push(await call("ResendConfirmationCode"));
    const guess = { ConfirmationCode: "a-guess" };
    for (let count = 0; count < 18; count++) answers.push(await call("ConfirmSignUp", guess));
    return answers.map(({ status, headers, body }) => ({
      status,
      headers: [...headers.keys()].sort(),
      text: body?.message ?? shapeOf(body),
    }));
  }

  it("same texts, same shapes, same limits, for whoever asks for a code and guesses", async () => {
    const known = await attemptsOf("waiting");
    expect(known.at(-1)?.text).toBe("Attempt limit exceeded, please try after some time.");
    for (const name of ["nobody", "settled", "disabled"]) {
      expect(await attemptsOf(name), name).toEqual(known);
    }
  });
});

/** The address belongs to the name; its letters tell nothing. */
function shapeOf(body: unknown): string {
  return JSON.stringify(body).replace(/[a-z]\*\*\*@[a-z]\*\*\*/, "x***@x***");
}
