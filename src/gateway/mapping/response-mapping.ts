import type { IntegrationPlan, MappingRule } from "../plan.ts";
import { compileHeaderMapping, type HeaderMapping } from "./headers.ts";
import {
  compileValue,
  headerText,
  type Names,
  needsBody,
  type Source,
  UnmappableValue,
} from "./value.ts";

/** What is changed about answers of one status code, with everything read that can be. */
export interface ResponseMapping {
  readonly needsBody: boolean;
  readonly headers: HeaderMapping | undefined;
  readonly status: ((source: Source) => number) | undefined;
}

/**
 * By the status code of the answer.
 *
 * @throws Error when a value names what there is not
 */
export function compileResponseMappings(
  mappings: NonNullable<IntegrationPlan["responseMapping"]>,
  names: Names,
): ReadonlyMap<number, ResponseMapping> {
  const entries = Object.entries(mappings);
  return new Map(entries.map(([status, rules]) => [Number(status), compile(rules, names)]));
}

function compile(rules: readonly MappingRule[], names: Names): ResponseMapping {
  const status = rules.find(({ place }) => place === "statuscode");
  return {
    needsBody: rules.some(({ value }) => needsBody(value)),
    headers: compileHeaderMapping(rules, names, headerText),
    status: status && compileStatus(status, names),
  };
}

function compileStatus({ value }: MappingRule, names: Names): (source: Source) => number {
  const read = compileValue(value, names);
  return (source) => {
    const text = read(source) ?? "";
    if (/^[2-5]\d\d$/.test(text)) return Number(text);
    throw new UnmappableValue("the value mapped to the status code is none from 200 to 599");
  };
}
