import { basename, dirname, resolve } from "node:path";
import { parseDocument } from "yaml";
import { Failure, UsageError } from "../failure.ts";
import { readText } from "./json-file.ts";
import type { StackSource } from "./stack-source.ts";

/** What files are called that hold a template. */
export const templateName = /^(?:(.+)\.)?template\.(?:json|ya?ml)$/;

/**
 * One template as a stack, which is called as it is asked for, else as the file is; where the file
 * is just called `template`, as its folder.
 */
export async function readTemplateFile(
  file: string,
  stackName = nameOf(file),
): Promise<StackSource> {
  const template = await readText(file);
  const found = parseDocument(template, { logLevel: "silent" });
  if (found.errors[0]) throw new Failure(`${file} is no template: ${found.errors[0].message}`);
  if (!found.has("Resources")) throw new Failure(`${file} is no template: it has no Resources.`);
  if (!/^[a-zA-Z][-a-zA-Z0-9]*$/.test(stackName)) {
    throw new UsageError(
      `"${stackName}" cannot be the name of a stack: letters, digits and hyphens, and a letter ` +
        "first. Say one by --stack-name.",
    );
  }
  return {
    ...{ id: stackName, stackName, displayName: stackName, template, templateFile: file },
    ...{ parameters: {}, tags: {}, assets: [], dependencies: [] },
  };
}

function nameOf(file: string): string {
  const name = basename(file);
  const own = templateName.exec(name);
  if (own) return own[1] ?? basename(dirname(resolve(file)));
  return name.replace(/\.[^.]+$/, "");
}

/** The parameters that a template declares, by their names. */
export function parametersOf(template: string): string[] {
  const document = parseDocument(template, { logLevel: "silent" });
  const { Parameters }: { Parameters?: object } = document.toJS() ?? {};
  return Object.keys(Parameters ?? {});
}
