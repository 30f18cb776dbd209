import { type Codec, headerText, type Input, type Route, type WireFault } from "./codec.ts";
import type { WireRequest, WireResponse } from "./exchange.ts";
import { parseJsonBody } from "./json-limits.ts";
import { readStructure, writeJson, writeStructure } from "./json-values.ts";
import { createPathRouter } from "./path-router.ts";
import { readBindings, writeHeaders, writeStatus } from "./rest-bindings.ts";
import { type ServiceShapes, type StructureShape, structureOf } from "./shape.ts";

/**
 * REST with JSON: method and path name the operation, input comes from the path, the query, the
 * headers and a JSON body (or a body that is one member whole).
 */
export function createRestJson(table: ServiceShapes): Codec {
  const router = createPathRouter(table.operations);
  return {
    route: ({ method, path, query }) => router(method, path, query),
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
    ...readBody(table, shape, request.body),
    ...readBindings(table.shapes, shape, route, request),
  };
}

function readBody(table: ServiceShapes, shape: StructureShape, body: Buffer): Input {
  const { payload } = shape;
  if (payload === undefined) {
    const hasMembers = Object.values(shape.members).some((member) => member.location === undefined);
    if (!hasMembers) return {};
    return readStructure(table.shapes, shape, parseJsonBody(body) ?? {}, "");
  }
  const name = shape.members[payload]?.shape ?? "";
  const target = table.shapes[name];
  if (target?.kind === "blob") return body.length === 0 ? {} : { [payload]: body };
  if (target?.kind !== "structure" || body.length === 0) return {};
  return { [payload]: readStructure(table.shapes, target, parseJsonBody(body), payload) };
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
  if (shape === undefined) return respond(status, "", requestId);
  const body = writeBody(table, shape, members);
  const response = respond(writeStatus(shape, members) ?? status, body, requestId);
  const headers = writeHeaders(table.shapes, shape, members);
  return { ...response, headers: { ...response.headers, ...headers } };
}

function writeBody(table: ServiceShapes, shape: StructureShape, members: Input): Buffer | string {
  const { payload } = shape;
  if (payload === undefined) {
    const hasMembers = Object.values(shape.members).some((member) => member.location === undefined);
    if (!hasMembers) return "";
    return JSON.stringify(writeStructure(table.shapes, shape, members, "epoch"));
  }
  const value = members[payload];
  if (value === undefined) return "";
  if (value instanceof Uint8Array) return Buffer.from(value);
  const name = shape.members[payload]?.shape ?? "";
  return JSON.stringify(writeJson(table.shapes, name, value, "epoch"));
}

/** The message goes under the name that the fault's shape spells; Lambda also tells whose fault. */
function encodeFault(fault: WireFault, requestId: string): WireResponse {
  const members = fault.shape?.members ?? {};
  const name = Object.keys(members).find((key) => key.toLowerCase() === "message");
  const body = {
    ...(members.Type !== undefined && { Type: fault.status >= 500 ? "Service" : "User" }),
    [name === undefined ? "message" : (members[name]?.wire ?? name)]: fault.message,
    ...fault.members,
  };
  const response = respond(fault.status, JSON.stringify(body), requestId);
  const extra = { "x-amzn-errortype": headerText(fault.code), ...fault.headers };
  return { ...response, headers: { ...response.headers, ...extra } };
}

function respond(status: number, body: Buffer | string, requestId: string): WireResponse {
  const headers = { "content-type": "application/json", "x-amzn-requestid": requestId };
  return { status, headers, body };
}
