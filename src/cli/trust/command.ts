import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Command, Option } from "commander";
import { serverUrl, urlOption } from "../server-url.ts";
import { type Authority, fetchAuthority } from "./authority.ts";
import { readFacts } from "./facts.ts";
import { install } from "./install.ts";
import { describeAuthority, instructions } from "./instructions.ts";
import { stateFolder } from "./record.ts";

interface Options {
  readonly url?: string;
  readonly output: string;
  readonly install?: true;
  readonly domain?: readonly string[];
  readonly fingerprint?: string;
}

/** `gatepool trust` */
export function command(): Command {
  return new Command("trust")
    .description(
      "Write the certificate of the server's authority into a file, and say how browsers and " +
        "this system come to trust it, or have them do so. `gatepool exec` needs none of it.",
    )
    .option("--output <file>", "where to write the certificate; - prints it", defaultFile)
    .addOption(
      new Option(
        "--install",
        "do it, and write down what was done for `gatepool untrust`",
      ).conflicts("output"),
    )
    .option(
      "--domain <name>",
      "domain of your own that it may vouch for (--base-domain, --allowed-host); may be repeated",
      collect,
    )
    .option("--fingerprint <sha256>", "refuse any authority but this one")
    .addOption(urlOption())
    .addHelpText("after", examples)
    .action((options: Options) => trust(options));
}

const defaultFile = "gatepool-authority.pem";

const examples = `
Examples:
  $ gatepool trust
  $ gatepool trust --install
  $ gatepool trust --output - | openssl x509 -noout -text
  $ gatepool trust --install --domain gatepool.test`;

async function trust({ url, domain = [], fingerprint, ...options }: Options): Promise<void> {
  const authority = await fetchAuthority(serverUrl(url), {
    domains: domain,
    ...(fingerprint !== undefined && { fingerprint }),
    now: Date.now(),
  });
  if (options.install) {
    console.log(`${describeAuthority(authority)}\n`);
    await install(authority, readFacts(), stateFolder());
  } else await explain(authority, options.output);
}

async function explain(authority: Authority, output: string): Promise<void> {
  if (output === "-") {
    process.stdout.write(authority.certificate);
    return;
  }
  const file = resolve(output);
  await writeFile(file, authority.certificate);
  console.log(instructions(authority, readFacts(), file));
}

function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
