import { existsSync } from "node:fs";
import { Command } from "commander";
import { inReverse } from "../deploy/choose.ts";
import { findStack } from "../deploy/cloudformation.ts";
import { collectName } from "../deploy/key-value.ts";
import { readSource } from "../deploy/source.ts";
import type { StackSource } from "../deploy/stack-source.ts";
import { removeStack } from "../deploy/standing.ts";
import { type Target, targetOf } from "../deploy/target.ts";
import { standardOutput } from "../deploy/terminal.ts";
import { UsageError } from "../failure.ts";
import { askYes, canAsk } from "../prompt.ts";
import { serverUrl, urlOption } from "../server-url.ts";

interface Options {
  readonly url?: string;
  readonly stack?: readonly string[];
  readonly stackName?: string;
  readonly force?: true;
}

/** `gatepool destroy` */
export function command(): Command {
  return new Command("destroy")
    .description(
      "Remove the stacks of a CDK app or of a template, those first that need others. Asks " +
        "before. Resources whose DeletionPolicy is Retain stay.",
    )
    .argument("[path]", "as for deploy; not needed with --stack-name")
    .option("--stack <name>", "only this stack and what needs it; may be repeated", collectName)
    .option("--stack-name <name>", "remove the stack of this name")
    .option("--force", "do not ask")
    .addOption(urlOption())
    .addHelpText("after", examples)
    .action((path: string | undefined, options: Options) => destroy(path, options));
}

const examples = `
Examples:
  $ gatepool destroy
  $ gatepool destroy cdk.out --stack HelloStack
  $ gatepool destroy --stack-name hello --force`;

type Named = Pick<StackSource, "stackName" | "displayName" | "account" | "region">;

async function destroy(path: string | undefined, options: Options): Promise<void> {
  const url = serverUrl(options.url);
  const there: { readonly stackName: string; readonly target: Target }[] = [];
  for (const source of await namedStacks(path, options)) {
    const { stackName } = source;
    const target = await targetOf(url, source);
    if (await findStack(target.cloudFormation, stackName)) there.push({ stackName, target });
    else standardOutput.say(`${stackName} is not there.`);
  }
  if (there.length === 0) return;
  const names = there.map(({ stackName }) => stackName).join(", ");
  if (!options.force && !(await mayRemove(names))) {
    standardOutput.say("Nothing was removed.");
    return;
  }
  for (const { stackName, target } of there) {
    await removeStack(stackName, target, standardOutput);
    standardOutput.say(`${stackName} is gone.`);
  }
}

async function namedStacks(
  path: string | undefined,
  { stack, stackName }: Options,
): Promise<readonly Named[]> {
  if (path === undefined && stackName !== undefined) {
    return [{ stackName, displayName: stackName }];
  }
  const source = path ?? ".";
  if (!existsSync(source)) throw new UsageError(`There is no ${source}.`);
  return inReverse(await readSource(source, stackName), stack);
}

function mayRemove(names: string): Promise<boolean> {
  if (canAsk()) return askYes(`Remove ${names}?`);
  throw new UsageError(`Nobody is there to ask whether to remove ${names}: say --force.`);
}
