import type { MappingRule } from "../plan.ts";
import { compileValue, headerText, type Names, type Source, type ValueReader } from "./value.ts";

/** Changes a head's headers, which are names and values in turn; answers a new list. */
export type HeaderMapping = (headers: readonly string[], source: Source) => string[];

/**
 * Compiles what a mapping does to headers. A header that is overwritten goes even where its new
 * value has none: what came from outside must not pass as what the gateway would have set.
 *
 * @throws Error when a value names what there is not
 */
export function compileHeaderMapping(
  rules: readonly MappingRule[],
  names: Names,
): HeaderMapping | undefined {
  const ofHeaders = rules.filter(({ place }) => place === "header");
  if (ofHeaders.length === 0) return undefined;
  const gone = new Set(
    ofHeaders.filter(({ action }) => action !== "append").map(({ name }) => plain(name)),
  );
  const added = ofHeaders
    .filter(({ action }) => action !== "remove")
    // What is overwritten stands before what is appended to it.
    .toSorted((one, other) => Number(one.action === "append") - Number(other.action === "append"))
    .map(({ name, value }): [string, ValueReader] => [name, compileValue(value, names)]);
  return (headers, source) => {
    const next: string[] = [];
    for (let index = 0; index < headers.length; index += 2) {
      const name = headers[index] ?? "";
      if (!gone.has(plain(name))) next.push(name, headers[index + 1] ?? "");
    }
    for (const [name, read] of added) {
      const value = read(source);
      if (value !== undefined) next.push(name, headerText(name, value));
    }
    return next;
  };
}

/** Servers behind CGI and its likes cannot tell `_` from `-`. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}
