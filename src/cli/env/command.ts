import { Command, Option } from "commander";
import { regionOf } from "../region.ts";
import { serverUrl, urlOption } from "../server-url.ts";
import { writeProfile } from "./profile.ts";
import { exportsFor, type Shell, shellOf, shells } from "./shell.ts";

interface Options {
  readonly url?: string;
  readonly region: string;
  readonly shell?: Shell;
  readonly profile?: string;
  readonly force?: true;
}

/** `gatepool env` */
export function command(): Command {
  return new Command("env")
    .description(
      "Print the variables that point the AWS CLI, SDKs and CDK at the server, or write them " +
        "into an AWS profile.",
    )
    .option("--region <region>", "region", regionOf(process.env))
    .addOption(
      new Option("--shell <shell>", "how to write them (else as $SHELL says)").choices(shells),
    )
    .addOption(
      new Option(
        "--profile <name>",
        "write this profile into ~/.aws/config and ~/.aws/credentials",
      ).conflicts("shell"),
    )
    .option("--force", "with --profile: replace credentials that are not Gatepool's")
    .addOption(urlOption())
    .addHelpText("after", examples)
    .action((options: Options) => printOrWrite(options));
}

const examples = `
Examples:
  $ eval "$(gatepool env)"
  $ gatepool env --shell fish | source
  $ gatepool env --shell powershell | Out-String | Invoke-Expression
  $ gatepool env --profile gatepool
  $ aws --profile gatepool cognito-idp list-user-pools --max-results 10`;

async function printOrWrite({ url, region, shell, profile, force }: Options): Promise<void> {
  const settings = { url: serverUrl(url), region, accessKeyId: "test", secretAccessKey: "test" };
  if (profile === undefined) {
    console.log(exportsFor(shell ?? shellOf(process.env.SHELL), settings));
    return;
  }
  const files = await writeProfile(profile, settings, { force: force === true });
  console.log(`The profile ${profile} is in ${files.join(" and ")}. Try it:`);
  console.log(`  aws --profile ${profile} cognito-idp list-user-pools --max-results 10`);
}
