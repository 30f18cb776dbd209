import {
  GetUserCommand,
  InitiateAuthCommand,
  UpdateUserPoolClientCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newClient,
  newPool,
  newUser,
  rightPassword,
  tokensOf,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

let server: UserPoolsServer;

beforeAll(async () => {
  server = await userPoolsServer();
});
afterAll(() => server.close());

const refresh = (ClientId: string, REFRESH_TOKEN: string) =>
  server.idp.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: "REFRESH_TOKEN_AUTH",
      AuthParameters: { REFRESH_TOKEN },
    }),
  );

describe("what a client may read", () => {
  let UserPoolId: string;
  beforeAll(async () => {
    UserPoolId = await newPool(server.idp, {
      Schema: [
        { Name: "tier", AttributeDataType: "String" },
        { Name: "note", AttributeDataType: "String", DeveloperOnlyAttribute: true },
      ],
    });
    await newUser(server.idp, UserPoolId, "ada", [
      { Name: "email", Value: "ada@example.com" },
      { Name: "email_verified", Value: "true" },
      { Name: "custom:tier", Value: "gold" },
      { Name: "dev:custom:note", Value: "x" },
    ]);
  });

  const all = ["email", "email_verified", "custom:tier", "dev:custom:note"];
  const readIn = (claims: object) => all.filter((name) => name in claims);

  it.each([
    [undefined, ["email", "email_verified", "custom:tier"]],
    [["custom:tier"], ["custom:tier"]],
    [
      ["email", "email_verified"],
      ["email", "email_verified"],
    ],
  ])("with ReadAttributes %o is %o, in tokens and in GetUser", async (ReadAttributes, expected) => {
    const { ClientId } = await newClient(server.idp, UserPoolId, { ReadAttributes });
    const tokens = await tokensOf(server.idp, ClientId, "ada");
    expect(readIn(decodeJwt(tokens.id))).toEqual(expected);
    const { AuthenticationResult } = await refresh(ClientId, tokens.refresh);
    expect(readIn(decodeJwt(AuthenticationResult?.IdToken ?? ""))).toEqual(expected);
    expect(readIn(decodeJwt(tokens.access))).toEqual([]);
    const { UserAttributes } = await server.idp.send(
      new GetUserCommand({ AccessToken: tokens.access }),
    );
    expect(UserAttributes?.map(({ Name }) => Name)).toEqual(["sub", ...expected]);
  });
});

describe("custom attributes that a client may not read", () => {
  it("are noted, as they will be missed in its ID tokens", async () => {
    const UserPoolId = await newPool(server.idp, {
      Schema: [{ Name: "tier", AttributeDataType: "String" }],
    });
    const notesOf = (id: string) =>
      server.notes.latest(100).filter(({ subject }) => subject.endsWith(id));
    const { ClientId = "" } = await newClient(server.idp, UserPoolId, {
      ReadAttributes: ["email"],
    });
    const update = { UserPoolId, ClientId, ReadAttributes: ["email"] };
    await server.idp.send(new UpdateUserPoolClientCommand(update));
    const notes = notesOf(ClientId);
    expect(notes).toHaveLength(2);
    for (const { steps } of notes) expect(steps[0]?.detail).toContain("leave out custom:tier:");
    for (const ReadAttributes of [undefined, ["custom:tier"]]) {
      const { ClientId: other = "" } = await newClient(server.idp, UserPoolId, { ReadAttributes });
      expect(notesOf(other)).toEqual([]);
    }
  });
});

describe("how long tokens of a client last", () => {
  it("is counted in the units of the client", async () => {
    const UserPoolId = await newPool(server.idp);
    await newUser(server.idp, UserPoolId, "ada");
    const { ClientId } = await newClient(server.idp, UserPoolId, {
      AccessTokenValidity: 10,
      IdTokenValidity: 300,
      RefreshTokenValidity: 2,
      TokenValidityUnits: { AccessToken: "minutes", IdToken: "seconds", RefreshToken: "hours" },
    });
    const { AuthenticationResult } = await server.idp.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: "USER_PASSWORD_AUTH",
        AuthParameters: { USERNAME: "ada", PASSWORD: rightPassword },
      }),
    );
    const { IdToken = "", AccessToken = "", RefreshToken = "" } = AuthenticationResult ?? {};
    const lifetimeOf = (token: string) => {
      const { exp = 0, iat = 0 } = decodeJwt(token);
      return exp - iat;
    };
    expect(AuthenticationResult?.ExpiresIn).toBe(600);
    expect([AccessToken, IdToken].map(lifetimeOf)).toEqual([600, 300]);
    server.clock.advance(599_000);
    await server.idp.send(new GetUserCommand({ AccessToken }));
    server.clock.advance(1_000);
    await expect(server.idp.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
      message: "Access Token has expired",
    });
    server.clock.advance(6_599_000);
    await refresh(ClientId, RefreshToken);
    server.clock.advance(1_000);
    await expect(refresh(ClientId, RefreshToken)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Refresh Token has expired",
    });
  });

  it.each([
    { AccessTokenValidity: 4, TokenValidityUnits: { AccessToken: "minutes" as const } },
    { IdTokenValidity: 86_401, TokenValidityUnits: { IdToken: "seconds" as const } },
    { RefreshTokenValidity: 59, TokenValidityUnits: { RefreshToken: "minutes" as const } },
    { RefreshTokenValidity: 3_651 },
  ])("is refused out of range, at creation and later: %o", async (settings) => {
    const UserPoolId = await newPool(server.idp);
    const refused = { name: "InvalidParameterException" };
    await expect(newClient(server.idp, UserPoolId, settings)).rejects.toMatchObject(refused);
    const { ClientId } = await newClient(server.idp, UserPoolId);
    const update = new UpdateUserPoolClientCommand({ UserPoolId, ClientId, ...settings });
    await expect(server.idp.send(update)).rejects.toMatchObject(refused);
  });
});

describe("a sign-in by another spelling of the name", () => {
  async function poolWith(CaseSensitive: boolean) {
    const UserPoolId = await newPool(server.idp, {
      AliasAttributes: ["email", "preferred_username"],
      UsernameConfiguration: { CaseSensitive },
    });
    await newUser(server.idp, UserPoolId, "Ada", [
      { Name: "email", Value: "Ada@Example.com" },
      { Name: "email_verified", Value: "true" },
      { Name: "preferred_username", Value: "Countess" },
    ]);
    return (await newClient(server.idp, UserPoolId)).ClientId;
  }

  const spellings = ["ADA", "ada@EXAMPLE.com", "countess"];

  it("works where the pool does not tell case apart", async () => {
    const ClientId = await poolWith(false);
    for (const name of spellings) {
      const { id } = await tokensOf(server.idp, ClientId, name);
      expect(decodeJwt(id)).toMatchObject({
        "cognito:username": "Ada",
        email: "Ada@Example.com",
        preferred_username: "Countess",
      });
    }
  });

  it("fails where it does", async () => {
    const ClientId = await poolWith(true);
    for (const name of spellings) {
      await expect(tokensOf(server.idp, ClientId, name)).rejects.toMatchObject({
        name: "UserNotFoundException",
        message: "User does not exist.",
      });
    }
    for (const name of ["Ada", "Ada@Example.com", "Countess"]) {
      await tokensOf(server.idp, ClientId, name);
    }
  });
});
