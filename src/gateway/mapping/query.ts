import type { MappingRule } from "../plan.ts";
import { compileValue, type Names, type Source, type ValueReader } from "./value.ts";

/** Changes a query, which is without `?`, as sent. */
export type QueryMapping = (query: string, source: Source) => string;

/**
 * Compiles what a mapping does to the query. Names are compared decoded, so that no spelling of a
 * parameter that is overwritten or removed gets by.
 *
 * @throws Error when a value names what there is not
 */
export function compileQueryMapping(
  rules: readonly MappingRule[],
  names: Names,
): QueryMapping | undefined {
  const ofQuery = rules.filter(({ place }) => place === "querystring");
  if (ofQuery.length === 0) return undefined;
  const gone = new Set(ofQuery.filter(({ action }) => action !== "append").map(({ name }) => name));
  const added = ofQuery
    .filter(({ action }) => action !== "remove")
    .toSorted((one, other) => Number(one.action === "append") - Number(other.action === "append"))
    .map(({ name, value }): [string, ValueReader] => [
      encodeURIComponent(name),
      compileValue(value, names),
    ]);
  return (query, source) => {
    const pairs = query.split("&").filter((pair) => pair !== "" && !gone.has(nameOf(pair)));
    for (const [name, read] of added) {
      const value = read(source);
      if (value !== undefined) pairs.push(`${name}=${encodeURIComponent(value)}`);
    }
    return pairs.join("&");
  };
}

function nameOf(pair: string): string {
  const [name = ""] = new URLSearchParams(pair).keys();
  return name;
}
