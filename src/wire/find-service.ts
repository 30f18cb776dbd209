import { Fault } from "../foundation/fault.ts";
import { queryVersion } from "./aws-query.ts";
import type { Codec, Route } from "./codec.ts";
import type { WireRequest } from "./exchange.ts";
import { createCodec, type ServedOperation, type Service } from "./service.ts";
import type { Protocol, ServiceShapes } from "./shape.ts";
import type { KnownService } from "./shape-table.ts";
import { knownServices } from "./shapes/index.ts";
import { parseSignature } from "./signature.ts";

/** What a request asks for. */
export type Found =
  | {
      readonly kind: "operation";
      readonly service: Service;
      readonly route: Route;
      readonly operation: ServedOperation;
    }
  | {
      readonly kind: "refused";
      /** Says the refusal in the protocol that the client speaks. */
      readonly codec: Codec;
      readonly shapes: ServiceShapes;
      /** What was asked for, as far as it can be told. */
      readonly subject: string;
      readonly fault: Fault;
    };

/**
 * Makes the search for the service and the operation of a request: by the scope of its signature,
 * its target header, its query version, its host, its path, in this order. What AWS has and this
 * server has not is refused by name.
 */
export function createServiceFinder(
  services: readonly Service[],
): (request: WireRequest) => Promise<Found> {
  const known = new Map(services.map((service) => [service.shapes.service, service]));
  return async (request) => {
    const named = namedServices(request);
    if (named?.length === 0) return unknownService(request);
    let first: Found | undefined;
    for (const candidate of named ?? restServices) {
      const service = known.get(candidate.service) ?? (await loadUnserved(candidate));
      known.set(candidate.service, service);
      const route = service.codec.route(request);
      const operation = route && service.operation(route.operation);
      if (operation) return { kind: "operation", service, route, operation };
      if (route && service.shapes.operations[route.operation] !== undefined) {
        return notImplemented(service, route.operation);
      }
      first ??= unknownOperation(service, request, route);
    }
    return named === undefined || first === undefined ? unknownPath(request) : first;
  };
}

/** Services that a path alone may name. */
const restServices = knownServices.filter(({ protocol }) => protocol === "rest-json");

/** Services that the request names, most often one; undefined when it names none. */
function namedServices(request: WireRequest): readonly KnownService[] | undefined {
  const signature = parseSignature(request);
  if (signature !== undefined && "scope" in signature) {
    const { service } = signature.scope;
    return knownServices.filter(({ signingName }) => signingName === service);
  }
  const target = targetPrefix(request);
  if (target !== undefined) return knownServices.filter((known) => known.targetPrefix === target);
  const query = queryVersion(request);
  if (query !== undefined) {
    return knownServices.filter(
      ({ protocol, apiVersion }) => protocol === "aws-query" && apiVersion === query.version,
    );
  }
  const host = request.headers.host ?? "";
  if (!/\.amazonaws\.com(:\d+)?$/.test(host)) return undefined;
  const hosts = knownServices.filter((known) => host.startsWith(`${known.endpointPrefix}.`));
  return hosts.length === 0 ? undefined : hosts;
}

/** The region that AWS's own host names carry, such as `cognito-idp.eu-west-1.amazonaws.com`. */
export function regionOfHost(request: WireRequest): string | undefined {
  return /\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(:\d+)?$/.exec(
    request.headers.host ?? "",
  )?.[1];
}

function targetPrefix(request: WireRequest): string | undefined {
  const target = request.headers["x-amz-target"];
  return typeof target === "string" ? target.split(".")[0] : undefined;
}

/** A service of AWS that this server knows by name only. */
async function loadUnserved(known: KnownService): Promise<Service> {
  const shapes = await known.load();
  const codec = createCodec(shapes);
  return { shapes, codec, constraintFault: "", operation: () => undefined };
}

function notImplemented(service: Service, operation: string): Found {
  const subject = `${service.shapes.service} ${operation}`;
  return refused(service, subject, notImplementedFault(subject));
}

function notImplementedFault(subject: string): Fault {
  const message = `Gatepool does not implement ${subject}: see docs/compatibility.md.`;
  const change = "Look into docs/compatibility.md for what is there, and ask for what is missing.";
  const reason = {
    check: "operation",
    expected: "one that Gatepool has",
    received: subject,
    change,
  };
  return new Fault("NotImplemented", message, { status: 501, reason });
}

function unknownOperation(service: Service, request: WireRequest, route: Route | undefined): Found {
  const { service: name, protocol } = service.shapes;
  if (protocol === "rest-xml") return refused(service, name, notImplementedFault(name));
  const asked = route?.operation ?? `${request.method} ${request.path}`;
  const code = protocol === "aws-query" ? "InvalidAction" : "UnknownOperationException";
  return refused(service, `${name} ${asked}`, unknownFault(code, asked, `of ${name}`));
}

/** A request that names no service, and a path that belongs to none. */
function unknownPath(request: WireRequest): Found {
  const isJson = request.headers["content-type"]?.startsWith("application/x-amz-json");
  const asked = `${request.method} ${request.path}`;
  const fault = unknownFault("UnknownOperationException", asked, "");
  return refused(strangers[isJson ? "aws-json" : "rest-json"], asked, fault);
}

function unknownFault(code: string, asked: string, where: string): Fault {
  const expected = `an operation ${where || "of an AWS service"}`;
  const change = "Check the operation's name, and that the endpoint is the service's.";
  const reason = { check: "operation", expected, received: asked, change };
  return new Fault(code, `Could not find operation ${`${asked} ${where}`.trim()}.`, { reason });
}

/** Nothing that is known here: refused by whatever name the request gives. */
function unknownService(request: WireRequest): Found {
  const signature = parseSignature(request);
  const scope =
    signature !== undefined && "scope" in signature ? signature.scope.service : undefined;
  const query = queryVersion(request);
  const target = request.headers["x-amz-target"];
  const asked = [scope, query?.action ?? target].filter((name) => name !== undefined).join(" ");
  const protocol = speaks(request, query !== undefined);
  const stranger = strangers[protocol];
  return refused(stranger, asked, notImplementedFault(asked));
}

function speaks(request: WireRequest, isQuery: boolean): Protocol {
  if (request.headers["x-amz-target"] !== undefined) return "aws-json";
  return isQuery ? "aws-query" : "rest-json";
}

/** Stand-ins for services that are not known, one a protocol. */
const strangers = {
  "aws-json": stranger("aws-json"),
  "aws-query": stranger("aws-query"),
  "rest-json": stranger("rest-json"),
  "rest-xml": stranger("rest-xml"),
} as const;

function stranger(protocol: Protocol): Pick<Service, "codec" | "shapes"> {
  const shapes: ServiceShapes = {
    service: "unknown",
    endpointPrefix: "",
    signingName: "",
    protocol,
    apiVersion: "",
    operations: {},
    shapes: {},
  };
  return { shapes, codec: createCodec(shapes) };
}

function refused(
  { codec, shapes }: Pick<Service, "codec" | "shapes">,
  subject: string,
  fault: Fault,
): Found {
  return { kind: "refused", codec, shapes, subject, fault };
}
