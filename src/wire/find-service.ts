import { Fault } from "../foundation/fault.ts";
import { readAwsHost } from "./aws-host.ts";
import { queryVersion } from "./aws-query.ts";
import type { Route } from "./codec.ts";
import { type Stranger, strangerSpeaking } from "./dialects.ts";
import type { WireRequest } from "./exchange.ts";
import {
  atHost,
  isRpcV2,
  notImplemented,
  operationAsked,
  type Refused,
  refuseForeign,
  signedService,
  targetPrefix,
} from "./foreign-service.ts";
import { createCodec, type LazyService, type ServedOperation, type Service } from "./service.ts";
import type { KnownService } from "./shape-table.ts";
import { knownServices } from "./shapes/index.ts";

/** What a request asks for. */
export type Found =
  | {
      readonly kind: "operation";
      readonly service: Service;
      readonly route: Route;
      readonly operation: ServedOperation;
    }
  | ({ readonly kind: "refused" } & Refused);

/**
 * Makes the search for the service and the operation of a request: by the scope of its signature,
 * its target header, its query version, its host, its path, in this order. What AWS has and this
 * server has not is refused by name.
 */
export function createServiceFinder(
  services: readonly Service[],
  lazyServices: readonly LazyService[] = [],
): (request: WireRequest) => Promise<Found> {
  const known = new Map(services.map((service) => [service.shapes.service, service]));
  const loaders = new Map(lazyServices.map(({ name, load }) => [name, load]));

  async function serviceOf(candidate: KnownService): Promise<Service | Error> {
    const kept = known.get(candidate.service);
    if (kept) return kept;
    const load = loaders.get(candidate.service) ?? (() => loadUnserved(candidate));
    const loaded = await load().catch((cause) => new Error("its code cannot be loaded", { cause }));
    if (!(loaded instanceof Error)) known.set(candidate.service, loaded);
    return loaded;
  }

  return async (request) => {
    const named = namedServices(request);
    if (named?.length === 0 || isRpcV2(request)) {
      return { kind: "refused", ...refuseForeign(request) };
    }
    let first: Found | undefined;
    for (const candidate of named ?? restServices) {
      const service = await serviceOf(candidate);
      if (service instanceof Error) return refuseBroken(candidate, service);
      const route = service.codec.route(request);
      const operation = route && service.operation(route.operation);
      if (operation) return { kind: "operation", service, route, operation };
      if (route && service.shapes.operations[route.operation] !== undefined) {
        return refuseKnown(service, route.operation, request);
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
  const signed = signedService(request);
  if (signed !== undefined) return knownServices.filter((known) => known.signingName === signed);
  const target = targetPrefix(request);
  if (target !== undefined) return knownServices.filter((known) => known.targetPrefix === target);
  const query = queryVersion(request);
  if (query !== undefined) {
    return knownServices.filter(
      ({ protocol, apiVersion }) => protocol === "aws-query" && apiVersion === query.version,
    );
  }
  const endpoints = readAwsHost(request.headers.host)?.endpoints ?? [];
  return endpoints.length === 0 ? undefined : endpoints;
}

/** A service of AWS that this server knows by name only. */
async function loadUnserved(known: KnownService): Promise<Service> {
  const shapes = await known.load();
  const codec = createCodec(shapes);
  return { shapes, codec, constraintFault: "", operation: () => undefined };
}

function refuseBroken({ service, protocol }: KnownService, cause: Error): Found {
  const fault = new Fault("InternalFailure", "Internal failure", { status: 500, cause });
  return refused(strangerSpeaking(protocol), service, fault);
}

function refuseKnown(service: Service, operation: string, request: WireRequest): Found {
  const subject = atHost(`${service.shapes.service} ${operation}`, request);
  return refused(service, subject, notImplemented(subject));
}

function unknownOperation(service: Service, request: WireRequest, route: Route | undefined): Found {
  const { service: name, protocol } = service.shapes;
  if (protocol === "rest-xml") return refuseKnown(service, operationAsked(request), request);
  const asked = route?.operation ?? `${request.method} ${request.path}`;
  const code = protocol === "aws-query" ? "InvalidAction" : "UnknownOperationException";
  return refused(service, `${name} ${asked}`, unknownFault(code, asked, `of ${name}`));
}

/** A request that names no service, and a path that belongs to none. */
function unknownPath(request: WireRequest): Found {
  const isJson = request.headers["content-type"]?.startsWith("application/x-amz-json");
  const asked = `${request.method} ${request.path}`;
  const fault = unknownFault("UnknownOperationException", asked, "");
  return refused(strangerSpeaking(isJson ? "aws-json" : "rest-json"), asked, fault);
}

function unknownFault(code: string, asked: string, where: string): Fault {
  const expected = `an operation ${where || "of an AWS service"}`;
  const change = "Check the operation's name, and that the endpoint is the service's.";
  const reason = { check: "operation", expected, received: asked, change };
  return new Fault(code, `Could not find operation ${`${asked} ${where}`.trim()}.`, { reason });
}

function refused({ codec, shapes }: Stranger, subject: string, fault: Fault): Found {
  return { kind: "refused", codec, shapes, subject, fault };
}
