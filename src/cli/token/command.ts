import { Command, Option } from "commander";
import { type Attribute, collectAttribute } from "../attribute.ts";
import { createClient } from "../client.ts";
import { UsageError } from "../failure.ts";
import { askHidden, canAsk, readPasswordFromStdin } from "../prompt.ts";
import { serverUrl, urlOption } from "../server-url.ts";
import { chooseClient, chooseUserPool, regionOf } from "../user-pool.ts";
import { signIn } from "./sign-in.ts";

interface Options {
  readonly url?: string;
  readonly userPoolId?: string;
  readonly clientId?: string;
  readonly username: string;
  readonly password?: string;
  readonly passwordStdin?: true;
  readonly newPassword?: string;
  readonly attribute?: readonly Attribute[];
  readonly access?: true;
  readonly json?: true;
}

/** `gatepool token` */
export function command(): Command {
  return new Command("token")
    .description("Sign a user in and print the ID token, and nothing else, to standard output.")
    .requiredOption("--username <name>", "who signs in")
    .option("--user-pool-id <id>", "user pool; not needed when there is only one")
    .option("--client-id <id>", "app client; not needed when the pool has only one")
    .option("--password <password>", "password; asked for on a terminal when it is not given")
    .addOption(
      new Option("--password-stdin", "read the password from standard input").conflicts("password"),
    )
    .option("--new-password <password>", "what a temporary password is replaced by")
    .option(
      "--attribute <name=value>",
      "attribute that the pool requires with the new password; may be repeated",
      collectAttribute,
    )
    .option("--access", "print the access token instead")
    .addOption(new Option("--json", "print all tokens as JSON").conflicts("access"))
    .addOption(urlOption())
    .addHelpText("after", examples)
    .action((options: Options) => printToken(options));
}

const examples = `
Examples:
  $ gatepool token --username ada --password Right-1234
  $ curl URL -H "Authorization: Bearer $(gatepool token --username ada --password Right-1234)"
  $ gatepool token --username ada --password Temp-1234 --new-password Right-1234
  $ gatepool token --username ada --password-stdin --json < password.txt`;

async function printToken(options: Options): Promise<void> {
  const client = createClient(serverUrl(options.url), regionOf(options.userPoolId));
  const userPoolId = await chooseUserPool(client, options.userPoolId);
  const appClient = await chooseClient(client, userPoolId, options.clientId);
  const tokens = await signIn(client, {
    userPoolId,
    appClient,
    username: options.username,
    password: await passwordOf(options),
    newPassword: options.newPassword,
    attributes: options.attribute ?? [],
  });
  if (options.json) console.log(JSON.stringify(tokens, undefined, 2));
  else console.log(options.access ? tokens.AccessToken : tokens.IdToken);
}

async function passwordOf(options: Options): Promise<string> {
  if (options.password !== undefined) return options.password;
  if (options.passwordStdin) return readPasswordFromStdin();
  if (canAsk()) return askHidden(`Password for ${options.username}: `);
  throw new UsageError("there is nobody to ask: give --password or --password-stdin");
}
