import { createBucketRouter } from "./bucket-router.ts";
import type { Codec, Input, Route, WireFault } from "./codec.ts";
import type { WireRequest, WireResponse } from "./exchange.ts";
import { withHoistedHeaders } from "./hoisted-headers.ts";
import { readBindings, writeHeaders, writeStatus } from "./rest-bindings.ts";
import { type ServiceShapes, type StructureShape, structureOf } from "./shape.ts";
import { element, errorXml, escapeXml, xmlDeclaration } from "./xml.ts";
import { readXmlMembers } from "./xml-body.ts";
import { malformedXml, readXml } from "./xml-reader.ts";
import { xmlElement } from "./xml-values.ts";

/**
 * REST with XML, which S3 speaks: input comes from the host, the path, the query, the headers and
 * one member that is the body: a structure in XML, a text, or bytes as they come.
 */
export function createRestXml(table: ServiceShapes): Codec {
  return {
    route: createBucketRouter(table),
    decode(route, request) {
      const shape = structureOf(table, table.operations[route.operation]?.input);
      return shape === undefined ? {} : decode(table, shape, route, request);
    },
    encode: (operation, output, requestId) => encode(table, operation, output, requestId),
    encodeFault,
  };
}

function decode(
  table: ServiceShapes,
  shape: StructureShape,
  route: Route,
  request: WireRequest,
): Input {
  return {
    ...readBody(table, shape, request),
    ...readBindings(table.shapes, shape, route, withHoistedHeaders(request)),
  };
}

function readBody(table: ServiceShapes, shape: StructureShape, request: WireRequest): Input {
  const { payload } = shape;
  const member = shape.members[payload ?? ""];
  if (payload === undefined || member === undefined) return {};
  if (member.streaming) return { [payload]: request.content };
  if (request.body.length === 0) return {};
  const target = table.shapes[member.shape];
  if (target?.kind !== "structure") return { [payload]: request.body.toString() };
  return { [payload]: readXmlMembers(table.shapes, target, readXml(request.body.toString())) };
}

function encode(
  table: ServiceShapes,
  operation: string,
  output: object | undefined,
  requestId: string,
): WireResponse {
  const status = table.operations[operation]?.status ?? 200;
  const shape = structureOf(table, table.operations[operation]?.output);
  const members = (output ?? {}) as Input;
  const always = { "x-amz-request-id": requestId };
  if (shape === undefined) return { status, headers: always, body: "" };
  const body = writeBody(table, shape, members);
  const headers: WireResponse["headers"] = {
    ...always,
    ...body.headers,
    ...writeHeaders(table.shapes, shape, members),
  };
  // A part of an object is told by its range alone: no model names the status.
  const partial = headers["content-range"] === undefined ? status : 206;
  return { ...body, status: writeStatus(shape, members) ?? partial, headers };
}

type Body = Pick<WireResponse, "body" | "headers" | "stream">;

function writeBody(table: ServiceShapes, shape: StructureShape, members: Input): Body {
  const { payload } = shape;
  const member = shape.members[payload ?? ""];
  if (payload === undefined || member === undefined) {
    const inside = Object.values(shape.members).some(({ location }) => location === undefined);
    return inside ? xml(rootElement(table, shape, members)) : { headers: {}, body: "" };
  }
  const value = members[payload];
  if (value === undefined) return { headers: {}, body: "" };
  if (member.streaming) {
    return { headers: {}, body: "", stream: value as AsyncIterable<Uint8Array> };
  }
  const target = table.shapes[member.shape];
  if (target?.kind !== "structure") return { headers: {}, body: String(value) };
  return xml(xmlElement(table.shapes, member.wire ?? payload, target, value as object, namespace));
}

const namespace = { xmlns: "http://s3.amazonaws.com/doc/2006-03-01/" };

/** An answer of one member by the element's own name is that member's text. */
function rootElement(table: ServiceShapes, shape: StructureShape, members: Input): string {
  const name = shape.wire ?? "Result";
  const own = shape.members[name];
  if (own === undefined || Object.keys(shape.members).length > 1) {
    return xmlElement(table.shapes, name, shape, members, namespace);
  }
  return element(name, escapeXml(String(members[name] ?? "")), namespace);
}

function xml(document: string): Body {
  return { headers: { "content-type": "application/xml" }, body: xmlDeclaration + document };
}

/** S3 tells only bad XML apart from other input that cannot be read. */
function encodeFault(fault: WireFault, requestId: string): WireResponse {
  const isUnread = fault.code === "SerializationException";
  const readable = fault.message === malformedXml ? "MalformedXML" : "InvalidArgument";
  const code = isUnread ? readable : fault.code;
  const headers = { "content-type": "application/xml", "x-amz-request-id": requestId };
  const { status } = fault;
  const hasBody = status !== 304;
  return {
    status,
    headers: { ...headers, ...fault.headers },
    body: hasBody ? errorXml({ ...fault, code }, requestId) : "",
  };
}
