import type { TraceLog } from "../diagnostics/trace.ts";
import type { Clock } from "../foundation/clock.ts";
import { Fault } from "../foundation/fault.ts";
import type { Log } from "../foundation/log.ts";
import type { Random } from "../foundation/random.ts";
import { answerFault } from "./answer-fault.ts";
import { type Caller, createAuthenticator, type Refusal, type SigningKey } from "./authenticate.ts";
import { callOf } from "./call.ts";
import { checkOutput } from "./check-output.ts";
import type { Codec } from "./codec.ts";
import type { WireRequest, WireResponse } from "./exchange.ts";
import { createServiceFinder, type Found } from "./find-service.ts";
import { refuseForeign } from "./foreign-service.ts";
import { traceOf } from "./operation-trace.ts";
import type { LazyService, Service } from "./service.ts";
import type { ServiceShapes } from "./shape.ts";
import type { SessionCredentials } from "./signature.ts";
import { collect, discard, streamedBody } from "./streamed-body.ts";
import { validate } from "./validate.ts";

export interface DispatcherParts {
  readonly services: readonly Service[];
  readonly lazyServices?: readonly LazyService[];
  /** Keys whose signatures are verified; when there are none, any signature passes. */
  readonly credentials: readonly SigningKey[];
  /** Recognises temporary credentials. */
  readonly resolveSession?: SessionCredentials;
  readonly clock: Clock;
  readonly random: Random;
  readonly traces: TraceLog;
  readonly log: Log;
  /** Whose calls they are that name no account or no region. */
  readonly defaults: { readonly account: string; readonly region: string };
  /** Whether answers name the trace that explains them. */
  readonly development: boolean;
  /** Turns mistakes that a client would not notice into failures: for tests. */
  readonly strict?: boolean;
}

/** Answers the requests of AWS clients, whatever their protocol. */
export interface Dispatcher {
  handle(request: WireRequest): Promise<WireResponse>;
  /** Refuses a request to a host of AWS that is no endpoint of a known service, by name. */
  refuse(request: WireRequest): WireResponse;
}

/** Makes the one way from a request to an answer, for all services and protocols. */
export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const find = createServiceFinder(parts.services, parts.lazyServices);
  const { credentials, clock, resolveSession, defaults } = parts;
  const authenticate = createAuthenticator({
    credentials,
    clock,
    account: defaults.account,
    ...(resolveSession && { resolveSession }),
  });

  async function serve(found: Served, request: WireRequest, requestId: string) {
    const { service, route, operation } = found;
    const { shapes, codec } = service;
    if (request.bodyTooLarge) throw tooLarge();
    const authentication = authenticate(request, shapes.signingName);
    const call = callOf(authentication, request, { requestId, found, defaults });
    const { input: shape, output: outputShape } = shapes.operations[operation.name] ?? {};
    const streams = takesStream(shapes, shape);
    const input = codec.decode(route, await withBody(request, authentication, streams));
    const violation = shape === undefined ? undefined : validate(shapes, shape, input);
    if (violation !== undefined) throw constraintFault(service, operation.name, violation);
    const output = await operation.run(input, call);
    if (parts.strict) checkOutput(shapes, outputShape, output);
    return codec.encode(operation.name, output, requestId);
  }

  return {
    async handle(request) {
      const requestId = parts.random.uuid();
      const found = await find(request);
      const answer = answerer(parts, found, requestId);
      const response =
        found.kind === "refused"
          ? answer(found.fault)
          : await serve(found, request, requestId).catch(answer);
      await discard(request);
      return response;
    },
    refuse(request) {
      const refused = { kind: "refused", ...refuseForeign(request) } as const;
      return answerer(parts, refused, parts.random.uuid())(refused.fault);
    },
  };
}

/** Reads what is still unread, unless the operation wants it as it comes. */
async function withBody(
  request: WireRequest,
  authentication: Caller | Refusal,
  streams: boolean,
): Promise<WireRequest> {
  if (request.unread === undefined) return request;
  const signer = "kind" in authentication ? undefined : authentication.chunkSigner;
  const content = streamedBody(request, signer);
  if (streams) return { ...request, content };
  const body = await collect(content, collectedMax);
  if (body === undefined) throw tooLarge();
  return { ...request, body };
}

/** Bytes of a body that is read whole. */
const collectedMax = 10 * 1024 * 1024;

function takesStream({ shapes }: ServiceShapes, input: string | undefined): boolean {
  const shape = shapes[input ?? ""];
  if (shape?.kind !== "structure" || shape.payload === undefined) return false;
  return shape.members[shape.payload]?.streaming === true;
}

type Served = Extract<Found, { kind: "operation" }>;

/** Turns what was thrown into a response, and leaves a trace and a log entry where due. */
function answerer(parts: DispatcherParts, found: Found, requestId: string) {
  const { codec, shapes, operation, subject, undeclared } = aspectsOf(found);
  return (error: unknown): WireResponse => {
    const { fault, bug } = answerFault(shapes, operation, undeclared, error);
    if (bug) parts.log.error({ requestId, subject, err: bug.cause }, bug.message);
    else logCause(parts.log, { requestId, subject }, error);
    const reported =
      bug && parts.strict ? { ...fault, status: 500, message: `${bug.message}: ${error}` } : fault;
    const response = codec.encodeFault(reported, requestId);
    const reason = error instanceof Fault ? error.details.reason : undefined;
    const at = parts.clock.now();
    parts.traces.record(traceOf({ requestId, at, subject, fault: reported, reason }));
    if (!parts.development) return response;
    const headers = { ...response.headers, "x-gatepool-trace": `/_gatepool/traces/${requestId}` };
    return { ...response, headers };
  };
}

/** What lies behind a fault is for the log alone. */
function logCause(log: Log, details: object, error: unknown): void {
  if (!(error instanceof Fault) || error.details.cause === undefined) return;
  const isServers = (error.details.status ?? 400) >= 500;
  log[isServers ? "error" : "debug"]({ ...details, err: error.details.cause }, error.code);
}

interface Aspects {
  readonly codec: Pick<Codec, "encodeFault">;
  readonly shapes: ServiceShapes;
  readonly operation: string;
  readonly subject: string;
  readonly undeclared: readonly string[];
}

function aspectsOf(found: Found): Aspects {
  if (found.kind === "refused") {
    const { codec, shapes, subject } = found;
    return { codec, shapes, operation: "", subject, undeclared: [] };
  }
  const { codec, shapes, constraintFault } = found.service;
  const { name, extraFaults } = found.operation;
  const undeclared = [constraintFault, ...extraFaults];
  return { codec, shapes, operation: name, subject: name, undeclared };
}

function tooLarge(): Fault {
  return new Fault("RequestEntityTooLarge", "The request is larger than the service takes.", {
    headers: { connection: "close" },
    reason: {
      check: "size of the request",
      expected: "at most 72 MiB when signed, 1 MiB when not",
      received: "more",
      change: "Send less at once.",
    },
  });
}

function constraintFault(service: Service, operation: string, violation: string): Fault {
  return new Fault(service.constraintFault, violation, {
    reason: {
      check: "input",
      expected: `what ${operation} of ${service.shapes.service} takes`,
      received: violation,
      change: "Correct the members that the message names.",
    },
  });
}
