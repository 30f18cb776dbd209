import { type Client, isAwsError } from "../../client.ts";

/** Makes a user who can sign in. One who has a password of their own keeps it. */
export async function makeUser(
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
