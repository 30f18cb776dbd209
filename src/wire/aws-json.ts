import { type Codec, headerText, type WireFault } from "./codec.ts";
import type { WireResponse } from "./exchange.ts";
import { parseJsonBody } from "./json-limits.ts";
import { readStructure, writeStructure } from "./json-values.ts";
import { wrongKind } from "./serialization.ts";
import { type ServiceShapes, structureOf } from "./shape.ts";

/**
 * AWS JSON 1.0 and 1.1: every operation is a POST, named by `X-Amz-Target`, JSON in and out.
 * Times are seconds since the epoch, bytes base64.
 */
export function createAwsJson(table: ServiceShapes): Codec {
  return {
    route(request) {
      const target = request.headers["x-amz-target"];
      if (typeof target !== "string") return undefined;
      const dot = target.indexOf(".");
      if (dot === -1 || target.slice(0, dot) !== table.targetPrefix) return undefined;
      return { operation: target.slice(dot + 1) };
    },
    decode(route, request) {
      const body = parseJsonBody(request.body) ?? {};
      const shape = structureOf(table, table.operations[route.operation]?.input);
      if (shape !== undefined) return readStructure(table.shapes, shape, body, "");
      if (typeof body !== "object") throw wrongKind("", "structure", body);
      return {};
    },
    encode(operation, output, requestId) {
      const shape = structureOf(table, table.operations[operation]?.output);
      // An operation without an output shape answers with nothing at all, not with `{}`.
      if (shape === undefined) return respond(table, 200, "", requestId);
      const body = writeStructure(table.shapes, shape, output ?? {}, "epoch");
      return respond(table, 200, JSON.stringify(body), requestId);
    },
    encodeFault: (fault, requestId) => encodeFault(table, fault, requestId),
  };
}

/** The whole text is in the body; clients allow 16 KB for all headers together. */
const headerLengthMax = 1024;

type Head = Pick<ServiceShapes, "jsonVersion">;

function encodeFault(head: Head, fault: WireFault, requestId: string): WireResponse {
  const body = { __type: fault.code, message: fault.message, ...fault.members };
  const response = respond(head, fault.status, JSON.stringify(body), requestId);
  const extra = {
    "x-amzn-errortype": `${fault.code}:`,
    "x-amzn-errormessage": headerText(fault.message.slice(0, headerLengthMax)),
    ...fault.headers,
  };
  return { ...response, headers: { ...response.headers, ...extra } };
}

function respond(head: Head, status: number, body: string, requestId: string): WireResponse {
  const headers = {
    "content-type": `application/x-amz-json-${head.jsonVersion ?? "1.1"}`,
    "x-amzn-requestid": requestId,
  };
  return { status, headers, body };
}
