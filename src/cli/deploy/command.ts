import { Command } from "commander";
import { UsageError } from "../failure.ts";
import { serverUrl, urlOption } from "../server-url.ts";
import { inOrder } from "./choose.ts";
import { deployStack, type Wish } from "./deploy-stack.ts";
import { collectKeyValue, collectName } from "./key-value.ts";
import { prepare } from "./prepare.ts";
import { readSource } from "./source.ts";
import type { StackSource } from "./stack-source.ts";
import { targetOf } from "./target.ts";
import { shipmentOf } from "./template.ts";
import { parametersOf } from "./template-file.ts";
import { standardOutput, type Terminal } from "./terminal.ts";

interface Options {
  readonly url?: string;
  readonly stack?: readonly string[];
  readonly stackName?: string;
  readonly parameter?: Readonly<Record<string, string>>;
  readonly tag?: Readonly<Record<string, string>>;
  readonly rollback: boolean;
}

/** `gatepool deploy` */
export function command(): Command {
  return new Command("deploy")
    .description(
      "Deploy a CDK app's cloud assembly, or a CloudFormation template, without any tool of AWS. " +
        "What the CDK's bootstrap would have made is made as far as it is needed. Shows the " +
        "resources as they are made, and prints the outputs.",
    )
    .argument("[path]", "a CDK app or its cdk.out, a template, or a folder that holds one", ".")
    .option("--stack <name>", "only this stack and what it needs; may be repeated", collectName)
    .option("--stack-name <name>", "what a template's stack is called (else as the file)")
    .option("--parameter <key=value>", "value of a parameter; may be repeated", collectKeyValue)
    .option("--tag <key=value>", "tag of the stacks; may be repeated", collectKeyValue)
    .option("--no-rollback", "leave what was made when a resource fails, to look at it")
    .addOption(urlOption())
    .addHelpText("after", examples)
    .action((path: string, options: Options) => deploy(path, options, standardOutput));
}

const examples = `
Examples:
  $ npx cdk synth && gatepool deploy
  $ gatepool deploy cdk.out --stack HelloStack
  $ gatepool deploy template.yaml --stack-name hello --parameter Stage=dev
  $ gatepool deploy --tag team=blue --no-rollback`;

async function deploy(path: string, options: Options, terminal: Terminal): Promise<void> {
  const stacks = inOrder(await readSource(path, options.stackName), options.stack);
  const { parameter: parameters = {}, tag: tags = {}, rollback } = options;
  checkParameters(stacks, Object.keys(parameters));
  const url = serverUrl(options.url);
  for (const source of stacks) {
    await deployOne(source, { parameters, tags, keepsFailed: !rollback }, url, terminal);
  }
}

/** Outputs are what a script may want to read. */
async function deployOne(source: StackSource, wish: Wish, url: string, terminal: Terminal) {
  const target = await targetOf(url, source);
  const shipment = shipmentOf(source, target);
  await prepare(source, shipment.assets, target, terminal);
  const stack = await deployStack(source, shipment.template, wish, target, terminal);
  for (const { OutputKey, OutputValue } of stack?.Outputs ?? []) {
    terminal.say(`${source.stackName}.${OutputKey} = ${OutputValue}`);
  }
}

/** A parameter that no template declares is a slip of the pen. */
export function checkParameters(stacks: readonly StackSource[], names: readonly string[]): void {
  const declared = new Set(stacks.flatMap(({ template }) => parametersOf(template)));
  const unknown = names.find((name) => !declared.has(name));
  if (unknown === undefined) return;
  const known = [...declared].join(", ") || "none";
  throw new UsageError(`No template has a parameter ${unknown}. It has: ${known}.`);
}
