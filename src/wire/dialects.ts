import { cborMap } from "./cbor.ts";
import type { Codec, WireFault } from "./codec.ts";
import type { WireResponse } from "./exchange.ts";
import { createCodec } from "./service.ts";
import type { Protocol, ServiceShapes } from "./shape.ts";
import { element, escapeXml, xmlDeclaration, xmlHeaders } from "./xml.ts";

/** How a service of AWS words its faults; more ways than those of the services that are known. */
export type Dialect = Protocol | "ec2-query" | "s3-xml" | "aws-cbor" | "rpc-v2-cbor";

/** Stands in for a service that is not known: all that it can do is to refuse. */
export interface Stranger {
  readonly codec: Pick<Codec, "encodeFault">;
  readonly shapes: ServiceShapes;
}

/** The stand-in for a service that is not known, by how it words its faults. */
export function strangerSpeaking(dialect: Dialect): Stranger {
  return strangers[dialect];
}

const strangers: Readonly<Record<Dialect, Stranger>> = {
  "aws-json": stranger("aws-json"),
  "aws-query": stranger("aws-query"),
  "rest-json": stranger("rest-json"),
  "rest-xml": stranger("rest-xml", xmlFault),
  "s3-xml": stranger("rest-xml"),
  "ec2-query": stranger("aws-query", ec2Fault),
  "aws-cbor": stranger("aws-json", cborFault({ "content-type": "application/x-amz-cbor-1.1" })),
  "rpc-v2-cbor": stranger(
    "aws-json",
    cborFault({ "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" }),
  ),
};

function stranger(protocol: Protocol, encodeFault?: Codec["encodeFault"]): Stranger {
  const shapes: ServiceShapes = {
    service: "unknown",
    endpointPrefix: "",
    signingName: "",
    protocol,
    apiVersion: "",
    operations: {},
    shapes: {},
  };
  return { shapes, codec: encodeFault ? { encodeFault } : createCodec(shapes) };
}

/** Route 53 and CloudFront wrap what S3 does not. */
function xmlFault({ code, message, status }: WireFault, requestId: string): WireResponse {
  const error = element("Type", "Receiver") + codeAndMessage(code, message);
  const content = element("Error", error) + element("RequestId", requestId);
  const body = xmlDeclaration + element("ErrorResponse", content);
  return { status, headers: xmlHeaders(requestId), body };
}

function ec2Fault({ code, message, status }: WireFault, requestId: string): WireResponse {
  const errors = element("Errors", element("Error", codeAndMessage(code, message)));
  const body = xmlDeclaration + element("Response", errors + element("RequestID", requestId));
  return { status, headers: xmlHeaders(requestId), body };
}

function codeAndMessage(code: string, message: string): string {
  return element("Code", escapeXml(code)) + element("Message", escapeXml(message));
}

function cborFault(headers: Readonly<Record<string, string>>): Codec["encodeFault"] {
  return ({ code, message, status }, requestId) => ({
    status,
    headers: { ...headers, "x-amzn-requestid": requestId },
    body: cborMap({ __type: code, message }),
  });
}
