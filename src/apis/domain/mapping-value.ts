import { invalid } from "./refusal.ts";

/** Part of a value that is made anew for each request. */
export type ValuePiece =
  | { readonly from: "text"; readonly text: string }
  | { readonly from: ValueSource; readonly name: string }
  | { readonly from: "path" }
  | { readonly from: "body"; readonly path: readonly (string | number)[] };

/** Where pieces that have a name come from. */
type ValueSource = "header" | "querystring" | "path-variable" | "context" | "stage-variable";

/** Which of the two a value is put into, which decides what it may be made of. */
export type Side = "request" | "response";

const headerName = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
const claim = /^authorizer\.claims\.[^\s{}]+$/;

/** Variables that a call has before its integration answers. */
export const contextNames: readonly string[] = [
  "accountId",
  "apiId",
  "domainName",
  "domainPrefix",
  "extendedRequestId",
  "httpMethod",
  "identity.sourceIp",
  "identity.userAgent",
  "path",
  "protocol",
  "requestId",
  "requestTime",
  "requestTimeEpoch",
  "routeKey",
  "stage",
];

/**
 * Reads a value of a parameter mapping: one variable (`$request.header.name`), or text with
 * variables in braces (`${request.path.id}-${context.requestId}`).
 * AWS: Transform API requests and responses for HTTP APIs.
 *
 * @param member where it stands, for the refusal
 * @throws Fault when it names what no request or response has
 */
export function parseValue(text: string, side: Side, member: string): ValuePiece[] {
  if (/^\$(?!\{)/.test(text)) {
    const piece = parseVariable(text.slice(1), side);
    if (piece) return [piece];
    throw malformed(text, side, member);
  }
  return text
    .split(/(\$\{[^{}]*\})/)
    .filter((part) => part !== "")
    .map((part) => {
      if (!part.startsWith("${")) return plainText(part);
      const piece = parseVariable(part.slice(2, -1), side);
      if (!piece) throw malformed(text, side, member);
      return piece;
    });

  function plainText(part: string): ValuePiece {
    // Most likely a variable whose braces were forgotten.
    if (/\$\{|\$(?:request|response|context|stageVariables)\b/.test(part)) {
      throw malformed(text, side, member);
    }
    if (/^[\x20-\x7e]*$/.test(part)) return { from: "text", text: part };
    throw invalid(member, text, "printable ASCII characters", "take the others out");
  }
}

function parseVariable(text: string, side: Side): ValuePiece | undefined {
  const [, place = "", name = ""] = /^([A-Za-z]+)\.(.+)$/.exec(text) ?? [];
  if (place === "context") return contextPiece(name);
  if (place === "stageVariables") {
    return /^\w{1,64}$/.test(name) ? { from: "stage-variable", name } : undefined;
  }
  if (place !== side) return undefined;
  const [, kind = "", rest = ""] = /^([a-z]+)(.*)$/s.exec(name) ?? [];
  if (kind === "body") return bodyPiece(rest);
  if (kind === "header") return named("header", rest, headerName);
  if (side === "response") return undefined;
  if (kind === "querystring") return named("querystring", rest, /^[^\s{}]+$/);
  if (kind !== "path") return undefined;
  return rest === "" ? { from: "path" } : named("path-variable", rest, /^[\w.-]+$/);
}

function contextPiece(name: string): ValuePiece | undefined {
  const known = contextNames.includes(name) || claim.test(name);
  return known ? { from: "context", name } : undefined;
}

/** Header names are compared in lower case. */
function named(from: ValueSource, rest: string, form: RegExp): ValuePiece | undefined {
  if (!rest.startsWith(".") || !form.test(rest.slice(1))) return undefined;
  const name = rest.slice(1);
  return { from, name: from === "header" ? name.toLowerCase() : name };
}

/** The part of JSONPath that AWS has here: names and places, no `..`, no wildcards, no filters. */
function bodyPiece(rest: string): ValuePiece | undefined {
  const path: (string | number)[] = [];
  let left = rest;
  while (left !== "") {
    const [found, dotted, quoted, double, place] = jsonStep.exec(left) ?? [];
    if (found === undefined) return undefined;
    path.push(place === undefined ? (dotted ?? quoted ?? double ?? "") : Number(place));
    left = left.slice(found.length);
  }
  return { from: "body", path };
}

const jsonStep = /^(?:\.([\w$-]+)|\['([^']+)'\]|\["([^"]+)"\]|\[(\d{1,6})\])/;

function malformed(text: string, side: Side, member: string) {
  const names =
    side === "request"
      ? "$request.header.NAME, $request.querystring.NAME, $request.path, $request.path.NAME, " +
        "$request.body"
      : "$response.header.NAME, $response.body";
  const expected = `${names}, $context.NAME, $stageVariables.NAME, or text with \${variables}`;
  return invalid(member, text, expected, "correct the name; put variables inside text in braces");
}
