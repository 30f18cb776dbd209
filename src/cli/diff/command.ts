import { styleText } from "node:util";
import { Command } from "commander";
import { propose, withdraw } from "../deploy/change-set.ts";
import { findStack } from "../deploy/cloudformation.ts";
import { asked, type Wish } from "../deploy/deploy-stack.ts";
import type { StackSource } from "../deploy/stack-source.ts";
import { isHalfChanged, wasNeverMade } from "../deploy/standing.ts";
import { targetOf } from "../deploy/target.ts";
import { standardOutput } from "../deploy/terminal.ts";
import { addWantedOptions, readWanted, type WantedOptions } from "../deploy/wanted.ts";
import { Failure } from "../failure.ts";
import { serverUrl, urlOption } from "../server-url.ts";
import { describeChanges } from "./describe.ts";
import { templateFor } from "./template.ts";

interface Options extends WantedOptions {
  readonly url?: string;
  readonly fail?: true;
}

/** `gatepool diff` */
export function command(): Command {
  const described = new Command("diff").description(
    "Show what a deployment would change, resource by resource: what is added, changed, " +
      "replaced and removed, and what bears on who may do what. Changes nothing.",
  );
  return addWantedOptions(described)
    .option("--fail", "exit code 1 when there are differences")
    .addOption(urlOption())
    .addHelpText("after", examples)
    .action(diff);
}

const examples = `
Examples:
  $ npx cdk synth && gatepool diff
  $ gatepool diff template.yaml --stack-name hello --parameter Stage=dev
  $ gatepool diff --fail`;

async function diff(path: string, options: Options): Promise<void> {
  const { stacks, ...given } = await readWanted(path, options);
  const url = serverUrl(options.url);
  let differences = 0;
  for (const source of stacks) {
    if (await showDifferences(source, { ...given, keepsFailed: false }, url)) differences += 1;
  }
  if (options.fail && differences > 0) process.exitCode = 1;
}

/** @returns whether there are any */
async function showDifferences(source: StackSource, wish: Wish, url: string): Promise<boolean> {
  const { stackName } = source;
  const target = await targetOf(url, source);
  const standing = await findStack(target.cloudFormation, stackName);
  if (standing && wasNeverMade(standing)) {
    standardOutput.say(`${stackName} is ${standing.StackStatus}: a deployment makes it anew.`);
    return true;
  }
  if (standing && isHalfChanged(standing)) {
    throw new Failure(
      `${stackName} is ${standing.StackStatus}: half of what it was, and half of what it was to ` +
        "become. `gatepool deploy` undoes that first.",
    );
  }
  const { source: sent, template } = await templateFor(source, target);
  const proposal = await propose(target, { stackName, ...template, ...asked(sent, wish) });
  if (proposal === undefined) {
    standardOutput.say(`${stackName}: no differences`);
    return false;
  }
  await withdraw(target, proposal);
  for (const line of describeChanges(stackName, proposal.changes, styleText)) console.log(line);
  return true;
}
