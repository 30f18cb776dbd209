import type { Call } from "./call.ts";
import type { Problem } from "./decision.ts";
import { type OwnAnswer, urlAnswer } from "./function-urls/own-answer.ts";

/** The bodies of the gateway's own answers. As recorded from AWS. */
const messages: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  413: "Request Entity Too Large",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** What the gateway's own answer of a status says. */
export function messageOf(status: number): string | undefined {
  return messages[status];
}

/**
 * Ends a call by an answer of the gateway's own, and keeps why.
 *
 * @param more headers besides the usual ones: names and values in turn
 */
export function refuse(
  call: Call,
  status: number,
  problem: Problem,
  more: readonly string[] = [],
): void {
  const message = messageOf(status);
  const { body, headers } =
    call.decision.kind === "function-url"
      ? urlAnswer(status, message)
      : { body: `{"message":"${message}"}`, headers: none };
  refuseWith(call, status, problem, { body, headers: [...headers, ...more] });
}

const none: readonly string[] = [];

/** The same with another answer than the usual one of the status. */
export function refuseWith(
  call: Call,
  status: number,
  problem: Problem,
  { body, headers }: OwnAnswer,
): void {
  call.decision.problem = problem;
  const bytes = Buffer.byteLength(body);
  call.decision.responseBytes = bytes;
  const usual = ["content-type", "application/json", "content-length", String(bytes)];
  writeHead(call, status, [...usual, ...headers]);
  call.response.end(body);
}

const requestIdHeader = { api: "apigw-requestid", "function-url": "x-amzn-requestid" } as const;

/**
 * Writes status and headers of an answer, with those that each answer of the gateway has, and
 * records the decision. CORS headers are the gateway's alone where it has a CORS configuration.
 *
 * @param headers names and values in turn; is added to
 */
export function writeHead(call: Call, status: number, headers: string[]): void {
  const { decision, shared, head, response } = call;
  headers.push(requestIdHeader[decision.kind], decision.traceId);
  const { stage } = decision;
  if (stage?.cors && head.origin !== "" && !decision.preflight?.answered) {
    headers.push(...stage.cors.answerHeaders(head.origin));
  }
  if (shared.development) {
    headers.push("x-gatepool-trace", `/_gatepool/traces/${decision.traceId}`);
  }
  decision.status = status;
  decision.answeredAt = shared.clock.now();
  shared.traces.record(decision);
  response.writeHead(status, headers);
}

/**
 * Takes out of an integration's headers those that only the gateway may set, which are CORS headers
 * too where it has a CORS configuration. Seldom is there one.
 *
 * @param headers names in lower case and values in turn
 */
export function withoutGatewayHeaders(call: Call, headers: string[]): string[] {
  for (let index = 0; index < headers.length; index += 2) {
    if (isGatewayHeader(call, headers[index] ?? "")) return filtered(call, headers);
  }
  return headers;
}

function filtered(call: Call, headers: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] ?? "";
    if (!isGatewayHeader(call, name)) kept.push(name, headers[index + 1] ?? "");
    else if (name.startsWith("access-control-")) call.decision.droppedCors = true;
  }
  return kept;
}

/** A defect of the gateway itself: the request is refused, and the log says why. */
export function breakOff(call: Call, error: unknown): void {
  const { traceId } = call.decision;
  call.shared.log.error({ err: error, requestId: traceId }, "a request broke the gateway");
  const problem = { kind: "integration", detail: "the gateway failed", change: seeTheLog } as const;
  if (call.response.headersSent) call.response.destroy();
  else refuse(call, 500, problem);
}

const seeTheLog = "this is a defect of Gatepool: report it with what the server's log says";

function isGatewayHeader({ decision }: Call, lowerName: string): boolean {
  if (lowerName === requestIdHeader[decision.kind] || lowerName === "x-gatepool-trace") return true;
  return decision.stage?.cors !== undefined && lowerName.startsWith("access-control-");
}
