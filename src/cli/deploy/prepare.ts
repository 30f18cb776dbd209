import { type Missing, makeMissing, missingFor, toolkitFor } from "./bootstrap.ts";
import { deployStack } from "./deploy-stack.ts";
import { publish } from "./publish.ts";
import type { FileAsset, StackSource } from "./stack-source.ts";
import type { Target } from "./target.ts";
import type { Terminal } from "./terminal.ts";

/** Puts in place what a stack needs before it: what bootstrapping makes, and its files. */
export async function prepare(
  source: StackSource,
  assets: readonly FileAsset[],
  target: Target,
  terminal: Terminal,
): Promise<void> {
  const places = [...source.assets, ...assets].map(({ bucket }) => bucket);
  const missing = await missingFor(source, places, target);
  if (missing.buckets.length > 0 || missing.parameter) await bootstrap(missing, target, terminal);
  for (const asset of assets) {
    if (await publish(asset, target)) terminal.say(`${asset.name}: published`);
  }
}

async function bootstrap(missing: Missing, target: Target, terminal: Terminal): Promise<void> {
  const names = [...missing.buckets, ...(missing.parameter ? [missing.parameter.name] : [])];
  terminal.say(`This was never bootstrapped for the CDK: making ${names.join(" and ")}.`);
  const toolkit = await toolkitFor(missing, target);
  if (toolkit === undefined) return makeMissing(missing, target);
  const nothing = { parameters: {}, tags: {}, keepsFailed: false };
  await deployStack(toolkit, { TemplateBody: toolkit.template }, nothing, target, terminal);
}
