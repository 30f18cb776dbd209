import { Command, CommanderError } from "commander";
import { version } from "../foundation/version.ts";
import { Failure, Interrupted, interruptedCode, UsageError } from "./failure.ts";

interface Entry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<{ command(): Command }>;
}

/** Every command. A command's file is read only when it is called. */
const entries: readonly Entry[] = [
  {
    name: "dev",
    summary: "start a development server",
    load: () => import("./dev/command.ts"),
  },
  {
    name: "user",
    summary: "create users who can sign in",
    load: () => import("./user.ts"),
  },
  {
    name: "token",
    summary: "sign a user in and print the ID token",
    load: () => import("./token/command.ts"),
  },
  {
    name: "deploy",
    summary: "deploy a CDK app's assembly or a template",
    load: () => import("./deploy/command.ts"),
  },
  {
    name: "diff",
    summary: "show what a deployment would change",
    load: () => import("./diff/command.ts"),
  },
  {
    name: "destroy",
    summary: "remove stacks",
    load: () => import("./destroy/command.ts"),
  },
  {
    name: "outbox",
    summary: "show messages to users: codes, invitations",
    load: () => import("./outbox/command.ts"),
  },
  {
    name: "logs",
    summary: "print what a function prints, and follow it",
    load: () => import("./logs/command.ts"),
  },
  {
    name: "why",
    summary: "explain why a request was let through or refused",
    load: () => import("./why/command.ts"),
  },
  {
    name: "clock",
    summary: "move a development server's time forward",
    load: () => import("./clock.ts"),
  },
  {
    name: "env",
    summary: "point the AWS CLI and SDKs at the server",
    load: () => import("./env/command.ts"),
  },
  {
    name: "exec",
    summary: "run a command in which AWS is this server",
    load: () => import("./exec/command.ts"),
  },
  {
    name: "trust",
    summary: "have browsers and the system trust the server's certificates",
    load: () => import("./trust/command.ts"),
  },
  {
    name: "untrust",
    summary: "undo what trust --install did",
    load: () => import("./untrust.ts"),
  },
];

const examples = `
Examples:
  $ gatepool dev
  $ gatepool user create --username ada --password Right-1234
  $ curl URL -H "Authorization: Bearer $(gatepool token --username ada --password Right-1234)"
  $ gatepool why --last

Commands find their server by --url, else GATEPOOL_URL, else AWS_ENDPOINT_URL,
else http://127.0.0.1:4566. Exit codes: 0 done, 1 failed, 2 called wrongly.`;

/**
 * Runs one command line.
 * @returns the exit code
 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const program = await createProgram(args);
    await program.parseAsync(args, { from: "user" });
    // Commands that ran something else have set the code of that.
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return report(error);
  }
}

async function createProgram(args: readonly string[]): Promise<Command> {
  const program = new Command("gatepool")
    .description("Amazon Cognito and Amazon API Gateway as software that you run yourself")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .showHelpAfterError("Run it with --help to see what it takes.")
    .addHelpText("after", examples)
    .configureOutput({ outputError: (text, write) => write(text.replace("error:", "gatepool:")) })
    .enablePositionalOptions()
    .exitOverride();
  const asked = args.filter((arg) => !arg.startsWith("-") && arg !== "help")[0];
  for (const { name, summary, load } of entries) {
    const command = name === asked ? (await load()).command() : new Command(name);
    program.addCommand(inherit(command, program).summary(summary));
  }
  return program;
}

/** Subcommands end by an exception too, which `report` turns into an exit code. */
function inherit(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inherit(child, command);
  return command;
}

function report(error: unknown): number {
  // Commander has said what is wrong, or has printed the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  console.error(`gatepool: ${message}`);
  if (process.env.GATEPOOL_DEBUG) console.error(error);
  else if (!(error instanceof Failure)) console.error("Set GATEPOOL_DEBUG=1 to see where.");
  if (error instanceof Interrupted) return interruptedCode;
  return error instanceof UsageError ? 2 : 1;
}
