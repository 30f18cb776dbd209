import { Command } from "commander";
import { developmentDefaults } from "../../config.ts";
import { readCredentialsFile } from "../dev/credentials-file.ts";
import { regionOf } from "../region.ts";
import { urlOption } from "../server-url.ts";
import { type Ending, endBy, runCommand } from "./child.ts";
import { environmentOf } from "./environment.ts";
import { writeFiles } from "./files.ts";
import { formerProxy } from "./former-proxy.ts";
import { startProxy } from "./proxy.ts";
import { findOrStartServer } from "./server.ts";

interface Options {
  readonly url?: string;
  readonly dataDir: string;
  readonly credentialsFile?: string;
}

/** `gatepool exec` */
export function command(): Command {
  return new Command("exec")
    .description(
      "Run a command in which AWS is this server, under AWS's own host names too. Calls to AWS " +
        "end here; other hosts are reached as ever. Its exit code is the command's. When no " +
        "server is named and none runs, one is started, and ended with the command.",
    )
    .usage("[options] [--] COMMAND [ARGS...]")
    .argument("<command...>", "what to run, with its arguments")
    .option(
      "--data-dir <folder>",
      "where a server that is started keeps its state",
      developmentDefaults.dataDir,
    )
    .option(
      "--credentials-file <file>",
      "sign with the first access key of this file, as written for gatepool dev",
    )
    .addOption(urlOption())
    .passThroughOptions()
    .addHelpText("after", examples)
    .action((words: string[], options: Options) => execute(words, options));
}

const examples = `
Examples:
  $ gatepool exec -- aws cognito-idp list-user-pools --max-results 10
  $ gatepool exec -- npx cdk deploy
  $ gatepool exec -- sh journey.sh`;

async function execute(words: readonly string[], options: Options): Promise<void> {
  const ending = await runInside(words, options, process.env);
  if (ending.problem !== undefined) console.error(`gatepool: ${ending.problem}`);
  process.exitCode = ending.code;
  endBy(ending);
}

/** Everything that was made for the command goes when it has ended. */
async function runInside(
  [name = "", ...args]: readonly string[],
  { url, dataDir, credentialsFile }: Options,
  user: NodeJS.ProcessEnv,
): Promise<Ending> {
  const credentials =
    credentialsFile === undefined
      ? []
      : readCredentialsFile(credentialsFile, developmentDefaults.account);
  const server = await findOrStartServer(url, user, { dataDir, credentials });
  await using cleanup = new AsyncDisposableStack();
  cleanup.defer(() => server.close());
  const { accessKeyId, secretAccessKey } = credentials[0] ?? anyKey;
  const aws = { url: server.url, region: regionOf(user), accessKeyId, secretAccessKey };
  const proxy = await startProxy({ server: new URL(server.url), former: formerProxy(user) });
  cleanup.defer(() => proxy.close());
  const files = await writeFiles(server.authority, user, aws);
  cleanup.defer(() => files.remove());
  const surroundings = { aws, proxyUrl: proxy.url, files: files.paths };
  // Not just returned: what was made goes at the end of this function.
  return await runCommand(name, args, environmentOf(user, surroundings));
}

/** Development servers take any. The user's own never reach the command. */
const anyKey = { accessKeyId: "test", secretAccessKey: "test" };
