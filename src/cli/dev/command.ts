import { flushCompileCache } from "node:module";
import { resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { developmentDefaults, type LogLevel, type Settings } from "../../config.ts";
import type { RunningServer } from "../../main.ts";
import { readCertificateFiles } from "./certificate-files.ts";
import { readCredentialsFile } from "./credentials-file.ts";
import { closeOnSignal } from "./signals.ts";
import { explainStart } from "./start-failure.ts";

interface Options {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly issuer: "aws" | URL;
  readonly region: string;
  readonly baseDomain: string;
  readonly allowedHost?: readonly string[];
  readonly allowedOrigin?: readonly string[];
  readonly tlsCert?: readonly string[];
  readonly tlsKey?: readonly string[];
  readonly credentialsFile?: string;
  readonly logLevel: LogLevel;
  readonly example?: "hello-cdk";
}

const logLevels: readonly LogLevel[] = ["debug", "info", "warn", "error", "silent"];

/** `gatepool dev` */
export function command(): Command {
  const defaults = developmentDefaults;
  return new Command("dev")
    .description(
      "Start a development server. It accepts any AWS credentials, keeps its state in a folder, " +
        "and prints one line when it is ready. Ctrl-C ends it.",
    )
    .option("--port <number>", "port; 0 takes a free one", portNumber, defaults.port)
    .option("--data-dir <folder>", "where its state is kept", defaults.dataDir)
    .option("--host <address>", "address to listen on", defaults.host)
    .option("--database-url <url>", "keep records in PostgreSQL: postgres://...")
    .option(
      "--issuer <aws or url>",
      "issuer of tokens: as AWS spells it, or this server's public address",
      issuer,
      defaults.issuer,
    )
    .option("--region <region>", "region of calls that name none", defaults.region)
    .option("--base-domain <domain>", "domain of the hosts of APIs", defaults.baseDomain)
    .option("--allowed-host <host>", "further host to answer to; may be repeated", collect)
    .option(
      "--allowed-origin <origin>",
      "web page that may call signed operations; may be repeated",
      collect,
    )
    .option("--tls-cert <file>", "own certificate for HTTPS, in PEM; may be repeated", collect)
    .option("--tls-key <file>", "its private key, in PEM; may be repeated", collect)
    .option(
      "--credentials-file <file>",
      "verify signatures by these access keys, written as in ~/.aws/credentials",
    )
    .addOption(
      new Option("--log-level <level>", "what is written to standard error")
        .choices(logLevels)
        .default(defaults.logLevel),
    )
    .addOption(
      new Option("--example <name>", "put an example's stack in place").choices(["hello-cdk"]),
    )
    .addHelpText("after", examples)
    .action((options: Options) => serve(options));
}

const examples = `
Examples:
  $ gatepool dev
  $ gatepool dev --example hello-cdk
  $ gatepool dev --port 0 --data-dir /tmp/gatepool
  $ gatepool dev --database-url postgres://gatepool@127.0.0.1/gatepool
  $ gatepool dev --issuer http://localhost:4566
  $ gatepool dev --host 0.0.0.0 --tls-cert server.pem --tls-key server.key
  $ gatepool dev --credentials-file ~/.aws/credentials`;

/** Returns when the server stands; the process then lives until a signal ends it. */
async function serve(options: Options): Promise<void> {
  const settings = settingsOf(options);
  const { startServer } = await import("../../main.ts");
  const server = await startServer(settings).catch((error) => explainStart(error, settings));
  closeOnSignal(server);
  console.log(`gatepool ready on ${server.url}`);
  if (options.example) await deployExample(server, settings);
  // Servers are often killed: what was compiled is kept now rather than at the end.
  setImmediate(flushCompileCache);
}

/** A server without what was asked of it would only confuse: it ends when that fails. */
async function deployExample(server: RunningServer, { region }: Settings): Promise<void> {
  const { deployHelloCdk } = await import("../examples/hello-cdk/deploy.ts");
  const { instructionsFor } = await import("../examples/hello-cdk/instructions.ts");
  try {
    console.log(instructionsFor(server.url, await deployHelloCdk(server.url, region)));
  } catch (error) {
    await server.close();
    throw error;
  }
}

function settingsOf(options: Options): Settings {
  const {
    allowedHost = [],
    allowedOrigin = [],
    tlsCert = [],
    tlsKey = [],
    dataDir,
    databaseUrl,
    credentialsFile,
    example: _,
    ...rest
  } = options;
  return {
    ...developmentDefaults,
    ...rest,
    // Functions run in folders of their own, where a relative path would mean another one.
    dataDir: resolve(dataDir),
    ...(databaseUrl !== undefined && { databaseUrl }),
    allowedHosts: allowedHost,
    allowedOrigins: allowedOrigin,
    certificates: readCertificateFiles(tlsCert, tlsKey, Date.now()),
    ...(credentialsFile !== undefined && {
      credentials: readCredentialsFile(credentialsFile, developmentDefaults.account),
    }),
  };
}

function portNumber(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError("write a number from 0 to 65535");
}

function issuer(text: string): "aws" | URL {
  if (text === "aws") return text;
  const url = URL.parse(text);
  if (url && ["http:", "https:"].includes(url.protocol)) return url;
  throw new InvalidArgumentError("write aws, or an address such as http://localhost:4566");
}

function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
