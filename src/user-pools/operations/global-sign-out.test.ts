import {
  AdminDeleteUserCommand,
  AdminUserGlobalSignOutCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newClient,
  newPool,
  newUser,
  tokensOf,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

let server: UserPoolsServer;
let UserPoolId: string;
let clients: string[];

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
  clients = [
    (await newClient(server.idp, UserPoolId)).ClientId,
    (await newClient(server.idp, UserPoolId)).ClientId,
  ];
});
afterAll(() => server.close());

const signIns = (username: string) =>
  Promise.all(clients.map((ClientId) => tokensOf(server.idp, ClientId, username)));
const getUser = (AccessToken: string) => server.idp.send(new GetUserCommand({ AccessToken }));
const revokedAccess = {
  name: "NotAuthorizedException",
  message: "Access Token has been revoked",
};

/** Signs out in both ways. */
const ways = {
  GlobalSignOut: (_: string, AccessToken: string) =>
    server.idp.send(new GlobalSignOutCommand({ AccessToken })),
  AdminUserGlobalSignOut: (Username: string) =>
    server.idp.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username })),
};

describe.each(Object.entries(ways))("%s", (name, signOut) => {
  it("ends all tokens of the user, of every client, and nobody else's", async () => {
    await newUser(server.idp, UserPoolId, name);
    await newUser(server.idp, UserPoolId, `${name}-other`);
    const mine = await signIns(name);
    const [other] = await signIns(`${name}-other`);
    const { $metadata, ...answer } = await signOut(name, mine[0]?.access ?? "");
    expect(answer).toEqual({});
    const note = server.notes.find($metadata.requestId ?? "");
    expect(note?.steps[0]?.detail).toContain("until they expire");
    for (const [index, { access, refresh }] of mine.entries()) {
      await expect(getUser(access)).rejects.toMatchObject(revokedAccess);
      const again = { RefreshToken: refresh, ClientId: clients[index] };
      await expect(
        server.idp.send(new GetTokensFromRefreshTokenCommand(again)),
      ).rejects.toMatchObject({ message: "Refresh Token has been revoked" });
    }
    await getUser(other?.access ?? "");
  });

  it("leaves the sign-in after it good, and can end that one too, in the same second", async () => {
    const username = `${name}-again`;
    await newUser(server.idp, UserPoolId, username);
    for (let round = 0; round < 3; round++) {
      const [tokens] = await signIns(username);
      await getUser(tokens?.access ?? "");
      await signOut(username, tokens?.access ?? "");
      await expect(getUser(tokens?.access ?? "")).rejects.toMatchObject(revokedAccess);
    }
  });
});

describe("signing out", () => {
  it("is refused to a token that is signed out, and to one whose user is gone", async () => {
    await newUser(server.idp, UserPoolId, "gone");
    const [first] = await signIns("gone");
    const signOut = () => ways.GlobalSignOut("gone", first?.access ?? "");
    await signOut();
    await expect(signOut()).rejects.toMatchObject(revokedAccess);
    const [second] = await signIns("gone");
    await server.idp.send(new AdminDeleteUserCommand({ UserPoolId, Username: "gone" }));
    const late = ways.GlobalSignOut("gone", second?.access ?? "");
    await expect(late).rejects.toMatchObject(revokedAccess);
    expect(server.lastReason()?.received).toContain("deleted");
  });

  it("is refused for a user who does not exist", async () => {
    await expect(ways.AdminUserGlobalSignOut("nobody")).rejects.toMatchObject({
      name: "UserNotFoundException",
      message: "User does not exist.",
    });
  });
});
