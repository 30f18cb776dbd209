import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminUpdateUserAttributesCommand,
  type CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { createClient, createPoolWithUser, createUser } from "../fixtures/users.ts";
import { callCognito } from "../fixtures/wire.ts";

const rounds = 25;

describe("pitfall 21: answers do not tell whether a user exists", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let clientId: string;
  let pool: { poolId: string; idp: CognitoIdentityProviderClient };

  beforeAll(async () => {
    server = await temporaryServer();
    const { idp } = clientsOf(server.url);
    const { poolId } = await createPoolWithUser(idp);
    await createUser(idp, poolId, "eve");
    const settings = { PreventUserExistenceErrors: "ENABLED" } as const;
    pool = { poolId, idp };
    clientId = (await createClient(idp, poolId, settings)).ClientId;
  });
  afterAll(() => server.close());

  const attempt = (USERNAME: string) =>
    callCognito(server.url, "InitiateAuth", {
      ClientId: clientId,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME, PASSWORD: "Wrong-1234" },
    });

  it("same text, same shape", async () => {
    const known = await attempt("ada");
    const unknown = await attempt("nobody");
    expect(unknown.status).toBe(known.status);
    expect(unknown.body).toEqual(known.body);
    expect(known.body).toEqual({
      __type: "NotAuthorizedException",
      message: "Incorrect username or password.",
    });
    const names = (headers: Headers) => [...headers.keys()].sort();
    expect(names(unknown.headers)).toEqual(names(known.headers));
  });

  it("locks out unknown names as it does known ones", async () => {
    const textsOf = async (username: string) => {
      const texts: unknown[] = [];
      for (let index = 0; index < rounds; index++) texts.push((await attempt(username)).body);
      return texts;
    };
    const known = await textsOf("eve");
    expect(known.at(-1)).toMatchObject({ message: "Password attempts exceeded" });
    expect(await textsOf("somebody-else")).toEqual(known);
  });

  it("answers a forgotten password as if everybody had one", async () => {
    const { poolId, idp } = pool;
    const verified = { Name: "email_verified", Value: "true" };
    const email = { Name: "email", Value: "ada@example.com" };
    const ada = { UserPoolId: poolId, Username: "ada", UserAttributes: [email, verified] };
    await idp.send(new AdminUpdateUserAttributesCommand(ada));
    const user = (Username: string) => ({ UserPoolId: poolId, Username });
    await idp.send(new AdminCreateUserCommand({ ...user("invited"), MessageAction: "SUPPRESS" }));
    await createUser(idp, poolId, "disabled");
    await idp.send(new AdminDisableUserCommand(user("disabled")));
    const known = await recoveryOf("ada");
    expect(known.texts).toContain("Attempt limit exceeded, please try after some time.");
    for (const name of ["nobody", "invited", "disabled", "eve"]) {
      expect(await recoveryOf(name)).toEqual(known);
    }
  });

  /** What somebody sees who has no code and tries for long. */
  async function recoveryOf(Username: string) {
    const call = (operation: string, input: object = {}) =>
      callCognito(server.url, operation, { ClientId: clientId, Username, ...input });
    const confirm = () =>
      call("ConfirmForgotPassword", { ConfirmationCode: "a-guess", Password: "Fresh-1234" });
    const answers = [await confirm()];
    for (let count = 0; count < 12; count++) answers.push(await call("ForgotPassword"));
    for (let count = 0; count < 18; count++) answers.push(await confirm());
    return {
      statuses: answers.map(({ status }) => status),
      headers: answers.map(({ headers }) => [...headers.keys()].sort()),
      texts: answers.map(({ body }) => body?.message ?? shapeOf(body)),
    };
  }
});

/** The address belongs to the name; its letters tell nothing. */
function shapeOf(body: unknown): string {
  return JSON.stringify(body).replace(/[a-z]\*\*\*@[a-z]\*\*\*/, "x***@x***");
}
