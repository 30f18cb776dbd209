import { parseValue, type Side, type ValuePiece } from "./mapping-value.ts";
import { badRequest, checkRange, invalid } from "./refusal.ts";

/** One thing that is changed about a request or a response on its way through. */
export interface MappingRule {
  readonly action: "append" | "overwrite" | "remove";
  readonly place: "header" | "querystring" | "path" | "statuscode";
  /** In lower case for headers; empty for path and status code. */
  readonly name: string;
  /** Empty where something is removed. */
  readonly value: readonly ValuePiece[];
}

/** A mapping as clients write it, such as `{ "append:header.a": "$context.requestId" }`. */
export type Parameters = Readonly<Record<string, string>>;

const entriesMax = 100;
const valueLengthMax = 512;

/** @throws Fault for the first entry that cannot be served */
export function parseRequestMapping(parameters: Parameters): MappingRule[] {
  return parseMapping(parameters, "request", "requestParameters");
}

/**
 * By status code of the response.
 *
 * @throws Fault for the first entry that cannot be served
 */
export function parseResponseMapping(
  mappings: Readonly<Record<string, Parameters>>,
): Record<string, MappingRule[]> {
  const entries = Object.entries(mappings).map(([status, parameters]) => {
    if (!/^[2-5]\d\d$/.test(status)) throw noStatus(status);
    return [status, parseMapping(parameters, "response", "responseParameters")] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * The mapping with the given entries added or replaced. An empty value takes an entry away, except
 * one that removes something and has no value; an empty map takes them all away.
 */
export function mergeParameters(current: Parameters = {}, given?: Parameters): Parameters {
  if (!given) return current;
  if (Object.keys(given).length === 0) return {};
  const merged = Object.entries({ ...current, ...given });
  return Object.fromEntries(merged.filter(([key, value]) => value !== "" || removes(key)));
}

/** As `mergeParameters`, for each status code; an empty map takes a status code away. */
export function mergeResponses(
  current: Readonly<Record<string, Parameters>> = {},
  given?: Readonly<Record<string, Parameters>>,
): Readonly<Record<string, Parameters>> {
  if (!given) return current;
  const before = new Map(Object.entries(current));
  const merged = Object.entries(given).map(
    ([status, parameters]) => [status, mergeParameters(before.get(status), parameters)] as const,
  );
  const all = Object.entries({ ...current, ...Object.fromEntries(merged) });
  return Object.fromEntries(all.filter(([, entries]) => Object.keys(entries).length > 0));
}

function parseMapping(parameters: Parameters, side: Side, member: string): MappingRule[] {
  checkRange(member, parameters, [0, entriesMax]);
  const rules = Object.entries(parameters).map(([key, value]) => {
    checkRange(member, value, [0, valueLengthMax]);
    return parseRule(key, value, side, member);
  });
  const keys = rules.map(({ action, place, name }) => `${action}:${place}.${name}`);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice === undefined) return rules;
  throw invalid(member, twice, "each entry once, however it is spelt", "take one of them out");
}

function parseRule(key: string, value: string, side: Side, member: string): MappingRule {
  const rule = parseKey(key, side);
  if (!rule) throw malformedKey(key, side, member);
  if (rule.place === "header") checkHeader(rule, key, member);
  if (rule.action === "remove") {
    if (value === "" || value === "''") return { ...rule, value: [] };
    throw invalid(member, value, "an empty value where something is removed", `empty ${key}`);
  }
  const pieces = parseValue(value, side, member);
  if (pieces.length === 0) throw invalid(member, value, "a value", `give ${key} a value`);
  const [first] = pieces;
  if (rule.place === "statuscode" && pieces.length === 1 && first?.from === "text") {
    if (!/^[2-5]\d\d$/.test(first.text)) throw noStatus(first.text);
  }
  if (rule.place === "path" && pieces.some(breaksPath)) {
    throw invalid(member, value, "a path without ?, # and spaces", "encode them in the path");
  }
  return { ...rule, value: pieces };
}

function parseKey(key: string, side: Side): Omit<MappingRule, "value"> | undefined {
  const whole = side === "request" ? "path" : "statuscode";
  if (key === `overwrite:${whole}`) return { action: "overwrite", place: whole, name: "" };
  const [, action, place, name = ""] = keyForm.exec(key) ?? [];
  if (action !== "append" && action !== "overwrite" && action !== "remove") return undefined;
  if (place === "header") return headerRule(action, name);
  if (place !== "querystring" || side === "response") return undefined;
  return { action, place, name };
}

const keyForm = /^([a-z]+):([a-z]+)\.(\S{1,256})$/;

function headerRule(action: MappingRule["action"], name: string) {
  if (!/^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/.test(name)) return undefined;
  return { action, place: "header" as const, name: name.toLowerCase() };
}

/**
 * AWS: reserved headers of parameter mapping. The last line has those that AWS does not name and
 * that belong to one connection, or to the gateway itself.
 */
const reserved: readonly RegExp[] = [
  /^(access-control|apigw|x-amz|x-amzn)-/,
  /^(authorization|connection|content-(encoding|length|location)|forwarded|keep-alive|origin)$/,
  /^(proxy-(authenticate|authorization)|te|trailers|transfer-encoding|upgrade|via)$/,
  /^x-forwarded-/,
  /^(expect|proxy-connection|trailer|x-gatepool-.*)$/,
];

/** Servers behind CGI and its likes cannot tell `_` from `-`, so both spellings are reserved. */
function checkHeader({ action, name }: Omit<MappingRule, "value">, key: string, member: string) {
  const spelled = name.replaceAll("_", "-");
  const cannotStand = spelled === "host" && action !== "overwrite";
  if (!cannotStand && !reserved.some((form) => form.test(spelled))) return;
  throw badRequest(`Invalid ${member} '${key}': the header ${name} is reserved`, {
    check: member,
    expected: "a header that is not reserved; host can be overwritten only",
    received: key,
    change: "map another header, which the backend then reads",
  });
}

function removes(key: string): boolean {
  return key.startsWith("remove:");
}

function breaksPath(piece: ValuePiece): boolean {
  return piece.from === "text" && /[?#\s]/.test(piece.text);
}

function noStatus(received: string) {
  const change = "name one status code, such as 404";
  return invalid("responseParameters", received, "a status code from 200 to 599", change);
}

function malformedKey(key: string, side: Side, member: string) {
  const expected =
    side === "request"
      ? "append|overwrite|remove:header.NAME, the same of querystring, or overwrite:path"
      : "append|overwrite|remove:header.NAME, or overwrite:statuscode";
  return invalid(member, key.slice(0, 200), expected, "correct the key of the entry");
}
