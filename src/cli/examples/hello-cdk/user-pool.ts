import { type Client, isAwsError } from "../../client.ts";

const poolName = "hello-cdk";
const clientName = "MyAppWebClient";

/** The pool, its app client, and a user who can sign in. */
export async function deployUserPool(
  client: Client,
  user: { username: string; password: string },
): Promise<{ userPoolId: string; clientId: string }> {
  const userPoolId = (await findPool(client)) ?? (await createPool(client));
  const clientId =
    (await findClient(client, userPoolId)) ?? (await createAppClient(client, userPoolId));
  await deployUser(client, userPoolId, user);
  return { userPoolId, clientId };
}

async function findPool(client: Client): Promise<string | undefined> {
  let NextToken: string | undefined;
  do {
    const page = await client.cognito("ListUserPools", { MaxResults: 60, NextToken });
    const found = page.UserPools?.find(({ Name }) => Name === poolName);
    if (found) return found.Id;
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return undefined;
}

async function createPool(client: Client): Promise<string> {
  const { UserPool } = await client.cognito("CreateUserPool", { PoolName: poolName });
  return UserPool?.Id ?? "";
}

async function findClient(client: Client, UserPoolId: string): Promise<string | undefined> {
  const page = await client.cognito("ListUserPoolClients", { UserPoolId, MaxResults: 60 });
  return page.UserPoolClients?.find(({ ClientName }) => ClientName === clientName)?.ClientId;
}

async function createAppClient(client: Client, UserPoolId: string): Promise<string> {
  const { UserPoolClient } = await client.cognito("CreateUserPoolClient", {
    UserPoolId,
    ClientName: clientName,
    // One day.
    AccessTokenValidity: 1440,
    IdTokenValidity: 1440,
    TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes" },
    ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    AllowedOAuthFlows: ["code"],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthScopes: ["openid"],
    CallbackURLs: ["https://example.com"],
    SupportedIdentityProviders: ["COGNITO"],
  });
  return UserPoolClient?.ClientId ?? "";
}

/** A user who has a password of their own keeps it. */
async function deployUser(
  client: Client,
  UserPoolId: string,
  { username, password }: { username: string; password: string },
): Promise<void> {
  const user = { UserPoolId, Username: username };
  const status = await statusOf(client, user);
  if (status === undefined) {
    await client.cognito("AdminCreateUser", { ...user, MessageAction: "SUPPRESS" });
  }
  if (status === undefined || status === "FORCE_CHANGE_PASSWORD") {
    await client.cognito("AdminSetUserPassword", { ...user, Password: password, Permanent: true });
  }
}

async function statusOf(client: Client, user: { UserPoolId: string; Username: string }) {
  try {
    return (await client.cognito("AdminGetUser", user)).UserStatus;
  } catch (error) {
    if (isAwsError(error, "UserNotFoundException")) return undefined;
    throw error;
  }
}
