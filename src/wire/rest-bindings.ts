import { headerText, type Input, type Route } from "./codec.ts";
import type { WireRequest } from "./exchange.ts";
import { scalarOf } from "./form-values.ts";
import { memberPath } from "./member-path.ts";
import { parseQuery, type WireQuery } from "./query-string.ts";
import { wrongKind } from "./serialization.ts";
import type { Member, ServiceShapes, StructureShape } from "./shape.ts";
import { writeTimestamp } from "./timestamp.ts";

type Shapes = ServiceShapes["shapes"];

/**
 * Members of an input that come from the path, the query and the headers.
 * @throws Fault SerializationException for text of the wrong kind
 */
export function readBindings(
  shapes: Shapes,
  shape: StructureShape,
  route: Route,
  request: WireRequest,
): Input {
  const query = parseQuery(request.query);
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const value = readBinding(shapes, name, member, { route, request, query });
    if (value !== undefined) result[name] = value;
  }
  return result;
}

interface Source {
  readonly route: Route;
  readonly request: WireRequest;
  readonly query: WireQuery;
}

function readBinding(shapes: Shapes, name: string, member: Member, source: Source): unknown {
  const wire = member.wire ?? name;
  switch (member.location) {
    case "uri":
      return readText(shapes, name, member.shape, source.route.labels?.get(wire));
    case "querystring":
      return readQuery(shapes, name, member, source.query);
    case "header": {
      const value = source.request.headers[wire.toLowerCase()];
      const text = Array.isArray(value) ? value.join(",") : value;
      return readText(shapes, name, member.shape, text);
    }
    case "headers":
      return readPrefixed(wire.toLowerCase(), source.request);
    default:
      return undefined;
  }
}

/** A list takes every value of its name; a map takes all names, and stays behind named members. */
function readQuery(shapes: Shapes, name: string, member: Member, query: WireQuery): unknown {
  const shape = shapes[member.shape];
  const wire = member.wire ?? name;
  if (shape?.kind === "map") {
    return Object.fromEntries(query.map((pair) => [pair.name, pair.value]));
  }
  const values = query.filter((pair) => pair.name === wire).map((pair) => pair.value);
  if (shape?.kind !== "list") return readText(shapes, name, member.shape, values[0]);
  if (values.length === 0) return undefined;
  return values.map((value) => readText(shapes, name, shape.member.shape, value));
}

function readPrefixed(prefix: string, request: WireRequest): object {
  const entries = Object.entries(request.headers)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), String(value)]);
  return Object.fromEntries(entries);
}

function readText(shapes: Shapes, name: string, shapeName: string, text: string | undefined) {
  if (text === undefined) return undefined;
  const shape = shapes[shapeName];
  const value = scalarOf(shape, text);
  if (value === undefined) throw wrongKind(memberPath("", name), shape?.kind ?? "string", text);
  return value;
}

/** The status that an output's own member asks for. */
export function writeStatus(shape: StructureShape, output: Input): number | undefined {
  for (const [name, member] of Object.entries(shape.members)) {
    const value = output[name];
    if (member.location === "statusCode" && typeof value === "number") return value;
  }
  return undefined;
}

/** Headers that an output's members become. */
export function writeHeaders(
  shapes: Shapes,
  shape: StructureShape,
  output: Input,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const value = output[name];
    if (value === undefined || value === null) continue;
    if (member.location === "headers") {
      const prefix = (member.wire ?? name).toLowerCase();
      for (const [key, text] of Object.entries(value)) headers[prefix + key] = headerText(text);
    }
    if (member.location !== "header") continue;
    const target = shapes[member.shape];
    const format = target?.kind === "timestamp" ? (target.format ?? "http") : "http";
    const text = value instanceof Date ? writeTimestamp(value, format) : value;
    headers[(member.wire ?? name).toLowerCase()] = headerText(String(text));
  }
  return headers;
}
