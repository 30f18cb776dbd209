import { Command } from "commander";
import { serverUrl, urlOption } from "../server-url.ts";
import { deployStack, type Wish } from "./deploy-stack.ts";
import { prepare } from "./prepare.ts";
import type { StackSource } from "./stack-source.ts";
import { targetOf } from "./target.ts";
import { shipmentOf } from "./template.ts";
import { standardOutput, type Terminal } from "./terminal.ts";
import { addWantedOptions, readWanted, type WantedOptions } from "./wanted.ts";

interface Options extends WantedOptions {
  readonly url?: string;
  readonly rollback: boolean;
}

/** `gatepool deploy` */
export function command(): Command {
  const described = new Command("deploy").description(
    "Deploy a CDK app's cloud assembly, or a CloudFormation template, without any tool of AWS. " +
      "What the CDK's bootstrap would have made is made as far as it is needed. Shows the " +
      "resources as they are made, and prints the outputs.",
  );
  return addWantedOptions(described)
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
  const { stacks, ...given } = await readWanted(path, options);
  const url = serverUrl(options.url);
  for (const source of stacks) {
    await deployOne(source, { ...given, keepsFailed: !options.rollback }, url, terminal);
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
