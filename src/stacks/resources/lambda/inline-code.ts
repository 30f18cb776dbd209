import { strToU8, type Zippable, zipSync } from "fflate";
import { cfnResponseModule } from "./cfn-response.ts";

/** A zip file's own time would make another file of the same code at each deployment. */
const mtime = new Date(1980, 0, 1);
/** Readable by everybody, on a system like UNIX. */
const attributes = { os: 3, attrs: (0o100644 << 16) >>> 0, mtime };

/**
 * The zip file of code that stands in a template: one file called `index`, beside AWS's module for
 * answering custom resources where the code speaks of it.
 */
export function inlineCode(code: string, runtime: string): Uint8Array {
  const language = runtime.startsWith("python") ? "python" : "node";
  const index = language === "python" ? "index.py" : "index.js";
  const files: Zippable = { [index]: [strToU8(code), attributes] };
  const { name, importedAs, source } = cfnResponseModule[language];
  if (code.includes(importedAs)) files[name] = [strToU8(source), attributes];
  return zipSync(files);
}
