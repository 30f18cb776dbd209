import type { Codec, WireFault } from "./codec.ts";
import type { WireRequest, WireResponse } from "./exchange.ts";
import { formTree, readFormTree } from "./form-values.ts";
import { pairsMax, parseForm, parseQuery, type WireQuery } from "./query-string.ts";
import { malformed } from "./serialization.ts";
import { type ServiceShapes, structureOf } from "./shape.ts";
import { element, escapeXml, xmlHeaders } from "./xml.ts";
import { writeXmlMembers } from "./xml-values.ts";

/**
 * The AWS query protocol: a form with `Action` and `Version`, lists as `Name.member.1`, maps as
 * `Name.entry.1.key`; XML out. A GET carries the form in its query.
 */
export function createAwsQuery(table: ServiceShapes): Codec {
  return {
    route(request) {
      const action = actionOf(request);
      return action === undefined ? undefined : { operation: action };
    },
    decode(route, request) {
      const name = table.operations[route.operation]?.input;
      if (name === undefined) return {};
      const pairs = formOf(request);
      if (pairs.length > pairsMax) {
        throw malformed(`at most ${pairsMax} parameters`, "more of them");
      }
      return readFormTree(table.shapes, name, formTree(pairs));
    },
    encode(operation, output, requestId) {
      const shape = structureOf(table, table.operations[operation]?.output);
      const members = shape === undefined ? "" : writeXmlMembers(table.shapes, shape, output ?? {});
      const result = shape === undefined ? "" : element(`${operation}Result`, members);
      const metadata = element("ResponseMetadata", element("RequestId", requestId));
      return respond(200, document(table, `${operation}Response`, result + metadata), requestId);
    },
    encodeFault: (fault, requestId) => encodeFault(table, fault, requestId),
  };
}

/** The `Action` and `Version` of a query request; undefined when it is none. */
export function queryVersion(
  request: WireRequest,
): { action: string; version: string } | undefined {
  const action = actionOf(request);
  if (action === undefined) return undefined;
  return { action, version: parameter(formOf(request), "Version") ?? "" };
}

function actionOf(request: WireRequest): string | undefined {
  return parameter(formOf(request), "Action");
}

function parameter(pairs: WireQuery, name: string): string | undefined {
  return pairs.find((pair) => pair.name === name)?.value;
}

/** Forms already read: routing and decoding both ask for them. */
const forms = new WeakMap<WireRequest, WireQuery>();

function formOf(request: WireRequest): WireQuery {
  let form = forms.get(request);
  if (form === undefined) {
    form = readForm(request);
    forms.set(request, form);
  }
  return form;
}

function readForm(request: WireRequest): WireQuery {
  if (request.method === "GET") return parseQuery(request.query);
  const type = request.headers["content-type"] ?? "application/x-www-form-urlencoded";
  if (!type.startsWith("application/x-www-form-urlencoded")) return [];
  return parseForm(request.body.toString());
}

function encodeFault(table: ServiceShapes, fault: WireFault, requestId: string): WireResponse {
  const code = fault.code === "SerializationException" ? "MalformedInput" : fault.code;
  const error =
    element("Type", fault.status >= 500 ? "Receiver" : "Sender") +
    element("Code", escapeXml(code)) +
    element("Message", escapeXml(fault.message));
  const body = document(
    table,
    "ErrorResponse",
    element("Error", error) + element("RequestId", requestId),
  );
  const response = respond(fault.status, body, requestId);
  return { ...response, headers: { ...response.headers, ...fault.headers } };
}

function document(table: ServiceShapes, name: string, content: string): string {
  return `<${name} xmlns="${table.xmlNamespace ?? ""}">${content}</${name}>\n`;
}

function respond(status: number, body: string, requestId: string): WireResponse {
  return { status, headers: xmlHeaders(requestId), body };
}
