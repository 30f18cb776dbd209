import type { Command } from "commander";
import { UsageError } from "../failure.ts";
import { inOrder } from "./choose.ts";
import { collectKeyValue, collectName } from "./key-value.ts";
import { readSource } from "./source.ts";
import type { StackSource } from "./stack-source.ts";
import { parametersOf } from "./template-file.ts";

/** Which stacks a command is about, and what they are given besides their templates. */
export interface WantedOptions {
  readonly stack?: readonly string[];
  readonly stackName?: string;
  readonly parameter?: Readonly<Record<string, string>>;
  readonly tag?: Readonly<Record<string, string>>;
}

/** Gives a command the argument and the options that say what to deploy. */
export function addWantedOptions(command: Command): Command {
  return command
    .argument("[path]", "a CDK app or its cdk.out, a template, or a folder that holds one", ".")
    .option("--stack <name>", "only this stack and what it needs; may be repeated", collectName)
    .option("--stack-name <name>", "what a template's stack is called (else as the file)")
    .option("--parameter <key=value>", "value of a parameter; may be repeated", collectKeyValue)
    .option("--tag <key=value>", "tag of the stacks; may be repeated", collectKeyValue);
}

/** The stacks that are wanted, in the order in which they are made. */
export async function readWanted(path: string, options: WantedOptions) {
  const stacks = inOrder(await readSource(path, options.stackName), options.stack);
  const { parameter: parameters = {}, tag: tags = {} } = options;
  checkParameters(stacks, Object.keys(parameters));
  return { stacks, parameters, tags };
}

/** A parameter that no template declares is a slip of the pen. */
function checkParameters(stacks: readonly StackSource[], names: readonly string[]): void {
  const declared = new Set(stacks.flatMap(({ template }) => parametersOf(template)));
  const unknown = names.find((name) => !declared.has(name));
  if (unknown === undefined) return;
  const known = [...declared].join(", ") || "none";
  throw new UsageError(`No template has a parameter ${unknown}. It has: ${known}.`);
}
