import { Command, Option } from "commander";
import { type Attribute, collectAttribute } from "./attribute.ts";
import { type Client, createClient, isAwsError } from "./client.ts";
import { generatePassword } from "./generated-password.ts";
import { askNewPassword, canAsk, readPasswordFromStdin } from "./prompt.ts";
import { serverUrl, urlOption } from "./server-url.ts";
import { chooseUserPool, regionOf } from "./user-pool.ts";

interface Options {
  readonly url?: string;
  readonly userPoolId?: string;
  readonly username: string;
  readonly password?: string;
  readonly passwordStdin?: true;
  readonly email?: string;
  readonly temporary?: true;
  readonly attribute?: readonly Attribute[];
}

/** `gatepool user create` */
export function command(): Command {
  const user = new Command("user")
    .description("Users of a user pool.")
    .addHelpText("after", examples);
  user
    .command("create")
    .summary("create a user who can sign in at once")
    .description(
      "Create a user with a permanent password, who can sign in at once. Without a password, it " +
        "is asked for on a terminal, and made up and printed anywhere else.",
    )
    .requiredOption("--username <name>", "name to sign in with")
    .option("--user-pool-id <id>", "user pool; not needed when there is only one")
    .option("--password <password>", "password")
    .addOption(
      new Option("--password-stdin", "read the password from standard input").conflicts("password"),
    )
    .option("--email <address>", "e-mail address, taken as verified")
    .option("--temporary", "the user has to choose a new password at the first sign-in")
    .option("--attribute <name=value>", "further attribute; may be repeated", collectAttribute)
    .addOption(urlOption())
    .addHelpText("after", examples)
    .action((options: Options) => createUser(options));
  return user;
}

const examples = `
Examples:
  $ gatepool user create --username ada --password Right-1234
  $ gatepool user create --username ada --email ada@example.com --temporary
  $ gatepool user create --username ada --password-stdin < password.txt
  $ gatepool user create --user-pool-id us-east-1_AbC123xyz --username ada \\
      --attribute given_name=Ada --attribute custom:team=blue`;

async function createUser(options: Options): Promise<void> {
  const client = createClient(serverUrl(options.url), regionOf(options.userPoolId));
  const UserPoolId = await chooseUserPool(client, options.userPoolId);
  const { password, made } = await choosePassword(options);
  const user = { UserPoolId, Username: options.username };
  await client.cognito("AdminCreateUser", {
    ...user,
    UserAttributes: attributesOf(options),
    MessageAction: "SUPPRESS",
    ...(options.temporary && { TemporaryPassword: password }),
  });
  if (!options.temporary) await setPassword(client, user, password);
  console.log(`${options.username} is in ${UserPoolId}${made ? `, password ${password}` : ""}`);
}

function attributesOf({ email, attribute = [] }: Options): Attribute[] {
  if (email === undefined) return [...attribute];
  const verified = { Name: "email_verified", Value: "true" };
  return [{ Name: "email", Value: email }, verified, ...attribute];
}

async function choosePassword(options: Options): Promise<{ password: string; made: boolean }> {
  if (options.password !== undefined) return { password: options.password, made: false };
  if (options.passwordStdin) return { password: await readPasswordFromStdin(), made: false };
  if (canAsk()) return { password: await askNewPassword(options.username), made: false };
  return { password: generatePassword(), made: true };
}

/** A user whose password the pool refuses is removed again, so that the command can be repeated. */
async function setPassword(
  client: Client,
  user: { UserPoolId: string; Username: string },
  Password: string,
): Promise<void> {
  try {
    await client.cognito("AdminSetUserPassword", { ...user, Password, Permanent: true });
  } catch (error) {
    if (isAwsError(error)) await client.cognito("AdminDeleteUser", user);
    throw error;
  }
}
