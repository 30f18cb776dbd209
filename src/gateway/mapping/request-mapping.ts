import { encodePath, type RequestPath, readPath } from "../path.ts";
import type { MappingRule } from "../plan.ts";
import { compileHeaderMapping, type HeaderMapping, type HeaderWriter } from "./headers.ts";
import { compileQueryMapping, type QueryMapping } from "./query.ts";
import {
  compileValue,
  headerText,
  type Names,
  needsBody,
  type Source,
  UnmappableValue,
} from "./value.ts";

/** A path in both of its forms. */
interface MappedPath extends Pick<RequestPath, "decoded"> {
  readonly encoded: string;
}

/** What is changed about the requests to an integration, with everything read that can be. */
export interface RequestMapping {
  readonly needsBody: boolean;
  readonly headers: HeaderMapping | undefined;
  readonly query: QueryMapping | undefined;
  /** The path in place of the integration's own. */
  readonly path: ((source: Source) => MappedPath) | undefined;
}

/**
 * @param write as which text the value of a header is handed over
 * @throws Error when a value names what there is not
 */
export function compileRequestMapping(
  rules: readonly MappingRule[],
  names: Names,
  write: HeaderWriter = headerText,
): RequestMapping {
  const path = rules.find(({ place }) => place === "path");
  return {
    needsBody: rules.some(({ value }) => needsBody(value)),
    headers: compileHeaderMapping(rules, names, write),
    query: compileQueryMapping(rules, names),
    path: path && compilePath(path, names),
  };
}

/** What comes from a request is encoded, so that it cannot end the path or leave its folder. */
function compilePath({ value }: MappingRule, names: Names): (source: Source) => MappedPath {
  const read = compileValue(value, names, encodePath);
  return (source) => {
    const text = read(source) ?? "";
    const path = text.startsWith("/") ? text : `/${text}`;
    const found = readPath(path);
    if ("problem" in found) throw new UnmappableValue(`of the mapped path: ${found.problem}`);
    return { encoded: path, decoded: found.decoded };
  };
}
