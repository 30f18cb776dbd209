import { existsSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Failure, UsageError } from "../failure.ts";
import { readAssembly } from "./assembly.ts";
import type { StackSource } from "./stack-source.ts";
import { readTemplateFile, templateName } from "./template-file.ts";

/**
 * The stacks that a path describes: a cloud assembly, one template, or a folder with one of them.
 *
 * @param stackName what the stack of a template is to be called
 */
export async function readSource(path: string, stackName?: string): Promise<StackSource[]> {
  const found = await locate(path);
  if (found.kind === "template") return [await readTemplateFile(found.path, stackName)];
  if (stackName !== undefined) {
    throw new UsageError("--stack-name names the stack of a template; an assembly names its own.");
  }
  return readAssembly(found.path);
}

interface Found {
  readonly kind: "assembly" | "template";
  readonly path: string;
}

async function locate(path: string): Promise<Found> {
  const is = statSync(path, { throwIfNoEntry: false });
  if (is === undefined) throw new UsageError(`There is no ${path}.`);
  if (!is.isDirectory()) {
    if (basename(path) === "manifest.json") return { kind: "assembly", path: dirname(path) };
    return { kind: "template", path };
  }
  for (const folder of [path, join(path, "cdk.out")]) {
    if (existsSync(join(folder, "manifest.json"))) return { kind: "assembly", path: folder };
  }
  if (existsSync(join(path, "cdk.json"))) {
    throw new Failure(
      `${path} is a CDK app without a cdk.out. Run \`npx cdk synth\` in it, then this again.`,
    );
  }
  return { kind: "template", path: await onlyTemplate(path) };
}

async function onlyTemplate(folder: string): Promise<string> {
  const [first, ...others] = (await readdir(folder)).filter((name) => templateName.test(name));
  if (first === undefined) {
    throw new UsageError(
      `Nothing to deploy in ${folder}: no cdk.out, and no template.yaml or NAME.template.json. ` +
        "Name a folder, an assembly or a template.",
    );
  }
  if (others.length === 0) return join(folder, first);
  const names = [first, ...others].sort().join(", ");
  throw new UsageError(`There are several templates in ${folder}: ${names}. Name one.`);
}
