import { generateKeyPairSync } from "node:crypto";
import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminSetUserPasswordCommand,
  type CreateUserPoolClientCommandInput,
  GetUserCommand,
  InitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { decodeJwt, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  changeUser,
  newClient,
  newPool,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";
import { secureRandom } from "../../foundation/random.ts";
import { mintToken } from "../../tokens/mint.ts";
import { createPoolKeys } from "../pool-keys.ts";
import { createPoolStore } from "../pool-store.ts";
import { createSignInStore } from "../sign-in-store.ts";

const password = "Right-1234";

let server: UserPoolsServer;
let UserPoolId: string;

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
});
afterAll(() => server.close());

async function signIn(
  Username: string,
  settings: Partial<CreateUserPoolClientCommandInput> = {},
): Promise<{ id: string; access: string }> {
  const user = { UserPoolId, Username };
  const UserAttributes = [
    { Name: "email", Value: "ada@example.com" },
    { Name: "name", Value: "Ada" },
  ];
  await server.idp.send(new AdminCreateUserCommand({ ...user, UserAttributes }));
  const set = { ...user, Password: password, Permanent: true };
  await server.idp.send(new AdminSetUserPasswordCommand(set));
  const { ClientId } = await newClient(server.idp, UserPoolId, settings);
  const { AuthenticationResult } = await server.idp.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME: Username, PASSWORD: password },
    }),
  );
  const { IdToken = "", AccessToken = "" } = AuthenticationResult ?? {};
  return { id: IdToken, access: AccessToken };
}

const getUser = (AccessToken: string) => server.idp.send(new GetUserCommand({ AccessToken }));
const refused = (message: string) => ({ name: "NotAuthorizedException", message });

describe("GetUser", () => {
  it("answers who bears the token, as far as the client may read", async () => {
    const all = await signIn("ada");
    const { sub } = decodeJwt(all.access);
    expect(await getUser(all.access)).toMatchObject({
      Username: "ada",
      UserAttributes: [
        { Name: "sub", Value: sub },
        { Name: "email", Value: "ada@example.com" },
        { Name: "name", Value: "Ada" },
      ],
    });
    const some = await signIn("bob", { ReadAttributes: ["name"] });
    const { UserAttributes } = await getUser(some.access);
    expect(UserAttributes?.map(({ Name }) => Name)).toEqual(["sub", "name"]);
  });

  it("refuses what is not an access token of a pool here", async () => {
    const { id, access } = await signIn("forger");
    const foreign = await signedElsewhere(decodeJwt(access), "RS256");
    for (const token of [id, "made.up", `${access}.x`, await signedElsewhere({}, "HS256")]) {
      await expect(getUser(token)).rejects.toMatchObject(refused("Invalid Access Token"));
    }
    const altered = `${access.slice(0, -8)}AAAAAAAA`;
    const unsigned = withHeader(access, { alg: "none" });
    const claims = { ...decodeJwt(access), username: "admin" };
    const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
    const [header, , signature] = access.split(".");
    for (const token of [foreign, altered, `${header}.${payload}.${signature}`]) {
      await expect(getUser(token)).rejects.toMatchObject(
        refused("Could not verify signature for Access Token"),
      );
    }
    await expect(getUser(unsigned)).rejects.toMatchObject(refused("Invalid Access Token"));
  });

  it("refuses a token without the scope for it", async () => {
    const { access } = await signIn("scoped");
    const { keyring, records, clock } = server;
    const keys = createPoolKeys({
      pools: createPoolStore(records),
      secrets: keyring,
      clock,
      random: secureRandom,
    });
    const { accessKey } = await keys.of(UserPoolId);
    const token = await mintToken(accessKey, { ...decodeJwt(access), scope: "openid email" });
    await expect(getUser(token)).rejects.toMatchObject(
      refused("Access Token does not have required scopes"),
    );
    expect(server.lastReason()?.received).toBe("openid email");
  });

  it("refuses a token after its time", async () => {
    const { access } = await signIn("expired");
    server.clock.advance(3_599_000);
    await getUser(access);
    server.clock.advance(1_000);
    await expect(getUser(access)).rejects.toMatchObject(refused("Access Token has expired"));
  });

  it("refuses tokens that are revoked, or whose user is gone, disabled or signed out", async () => {
    const gone = await signIn("gone");
    await server.idp.send(new AdminDeleteUserCommand({ UserPoolId, Username: "gone" }));
    await expect(getUser(gone.access)).rejects.toMatchObject({
      name: "UserNotFoundException",
      message: "User does not exist.",
    });
    const isRevoked = refused("Access Token has been revoked");
    const disabled = await signIn("disabled");
    await changeUser(server, UserPoolId, "disabled", { enabled: false });
    await expect(getUser(disabled.access)).rejects.toMatchObject(isRevoked);
    const signedOut = await signIn("signed-out");
    const tokensValidFrom = Math.floor(server.clock.now() / 1000) + 1;
    await changeUser(server, UserPoolId, "signed-out", { tokensValidFrom });
    await expect(getUser(signedOut.access)).rejects.toMatchObject(isRevoked);
    const revoked = await signIn("revoked");
    const { origin_jti } = decodeJwt(revoked.access);
    const until = server.clock.now() + 60_000;
    await createSignInStore(server.records).revoke(UserPoolId, String(origin_jti), until);
    await expect(getUser(revoked.access)).rejects.toMatchObject(isRevoked);
  });
});

/** A token with the claims that it asks for, under a key of somebody else's. */
async function signedElsewhere(claims: object, alg: "RS256" | "HS256"): Promise<string> {
  const kid = "00000000000000000000000000000000000000000000";
  const jwt = new SignJWT({ ...claims }).setProtectedHeader({ alg, kid });
  if (alg === "HS256") return jwt.sign(Buffer.alloc(32, 1));
  return jwt.sign(generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);
}

function withHeader(token: string, header: object): string {
  const [, payload] = token.split(".");
  return `${Buffer.from(JSON.stringify(header)).toString("base64url")}.${payload}.AAAA`;
}
