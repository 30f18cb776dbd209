import { encodePath, readPath } from "../path.ts";
import type { MappingRule } from "../plan.ts";
import { compileHeaderMapping, type HeaderMapping } from "./headers.ts";
import { compileQueryMapping, type QueryMapping } from "./query.ts";
import { compileValue, type Names, needsBody, type Source, UnmappableValue } from "./value.ts";

/** What is changed about the requests to a backend, with everything read that can be. */
export interface RequestMapping {
  readonly needsBody: boolean;
  readonly headers: HeaderMapping | undefined;
  readonly query: QueryMapping | undefined;
  /** The path in place of the integration's own, encoded. */
  readonly path: ((source: Source) => string) | undefined;
}

/** @throws Error when a value names what there is not */
export function compileRequestMapping(rules: readonly MappingRule[], names: Names): RequestMapping {
  const path = rules.find(({ place }) => place === "path");
  return {
    needsBody: rules.some(({ value }) => needsBody(value)),
    headers: compileHeaderMapping(rules, names),
    query: compileQueryMapping(rules, names),
    path: path && compilePath(path, names),
  };
}

/** What comes from a request is encoded, so that it cannot end the path or leave its folder. */
function compilePath({ value }: MappingRule, names: Names): (source: Source) => string {
  const read = compileValue(value, names, encodePath);
  return (source) => {
    const text = read(source) ?? "";
    const path = text.startsWith("/") ? text : `/${text}`;
    const found = readPath(path);
    if ("problem" in found) throw new UnmappableValue(`of the mapped path: ${found.problem}`);
    return path;
  };
}
