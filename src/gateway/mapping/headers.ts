import type { MappingRule } from "../plan.ts";
import {
  compileValue,
  type Names,
  type Source,
  UnmappableValue,
  type ValueReader,
} from "./value.ts";

/** Changes a head's headers, which are names and values in turn; answers a new list. */
export type HeaderMapping = (headers: readonly string[], source: Source) => string[];

/** Writes a header's value, or refuses it. */
export type HeaderWriter = (name: string, value: string) => string;

/**
 * Compiles what a mapping does to headers. A header that is overwritten goes even where its new
 * value has none: what came from outside must not pass as what the gateway would have set.
 *
 * @throws Error when a value names what there is not
 */
export function compileHeaderMapping(
  rules: readonly MappingRule[],
  names: Names,
  write: HeaderWriter,
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
      if (value !== undefined) next.push(spellingOf(name, headers), write(name, value));
    }
    return next;
  };
}

/**
 * The host of mapped headers. A backend that is asked for no host, or for one that is none, may
 * answer as any of its own.
 *
 * @throws UnmappableValue
 */
export function checkedHost(headers: readonly string[]): string {
  const at = headers.findIndex((name, index) => index % 2 === 0 && name === "host");
  const host = at < 0 ? undefined : headers[at + 1];
  if (host !== undefined && /^[\w.\-:[\]]+$/.test(host)) return host;
  throw new UnmappableValue("the value mapped to the header host names no host");
}

/** What is appended to a header is spelt as that is, so that an event has it under one name. */
function spellingOf(lowerName: string, headers: readonly string[]): string {
  const isName = (text: string, index: number) =>
    index % 2 === 0 && text.length === lowerName.length;
  return (
    headers.find((text, index) => isName(text, index) && text.toLowerCase() === lowerName) ??
    lowerName
  );
}

/** Servers behind CGI and its likes cannot tell `_` from `-`. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}
