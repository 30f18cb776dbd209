import { messageOf } from "./answers.ts";
import { errorOf } from "./authorizers/challenge.ts";
import type { Call } from "./call.ts";
import { type ContextReader, contextReader } from "./context-variables.ts";

/** Writes the line of a call that is over. */
export type AccessLogFormat = (call: Call) => string;

/** Only a claim's name may hold a colon, as in `cognito:groups`. */
const variable = /\$context\.(authorizer\.claims\.[\w-]+(?::\w+)*|[A-Za-z]\w*(?:\.[A-Za-z]\w*)*)/g;

/** Where AWS puts a hyphen: the variable has no value in this call, or does not exist. */
const absent = "-";

/**
 * Reads a format once for all calls. Whatever comes from outside is written as inside a JSON text,
 * so that no client can add members or lines to a log. AWS: access logs of HTTP APIs.
 */
export function compileFormat(format: string): AccessLogFormat {
  const pieces: (string | ContextReader)[] = [];
  let end = 0;
  for (const match of format.matchAll(variable)) {
    pieces.push(format.slice(end, match.index));
    const [whole, name = ""] = match;
    pieces.push(readers.get(name) ?? escaped(contextReader(name)) ?? absent);
    end = match.index + whole.length;
  }
  pieces.push(format.slice(end));
  return (call) => {
    let line = "";
    for (const piece of pieces) line += typeof piece === "string" ? piece : textOf(piece(call));
    return line;
  };
}

function textOf(value: string | undefined): string {
  return value === undefined || value === "" ? absent : value;
}

function escaped(read: ContextReader | undefined): ContextReader | undefined {
  return read && ((call) => escapedText(read(call)));
}

function escapedText(value: string | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value).slice(1, -1);
}

const integrationError: ContextReader = ({ decision: { problem } }) =>
  problem?.kind === "integration" ? escapedText(problem.detail) : undefined;

const integrationLatency: ContextReader = ({ decision: { calledAt, answeredAt } }) =>
  calledAt === 0 || answeredAt === 0 ? undefined : String(Math.max(0, answeredAt - calledAt));

const backendStatus: ContextReader = ({ decision }) =>
  decision.backendStatus === 0 ? undefined : String(decision.backendStatus);

/** A function's answer comes with a status of Lambda's own, which is 200 whenever it answered. */
const serviceStatus: ContextReader = (call) => {
  const isFunction = call.decision.route?.target.kind === "function";
  return isFunction && call.decision.backendStatus > 0 ? "200" : backendStatus(call);
};

const errorMessage: ContextReader = ({ decision }) =>
  decision.problem ? messageOf(decision.status) : undefined;

/** AWS names the types of a REST API's answers here. */
const responseTypes: Readonly<Record<number, string>> = {
  401: "UNAUTHORIZED",
  403: "ACCESS_DENIED",
  404: "RESOURCE_NOT_FOUND",
  413: "REQUEST_TOO_LARGE",
  429: "THROTTLED",
};

const responseType: ContextReader = ({ decision: { problem, status } }) => {
  if (!problem) return undefined;
  if (problem.kind === "integration") return "INTEGRATION_FAILURE";
  return responseTypes[status] ?? (status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX");
};

/** Both ways, as far as lengths are known beforehand. */
const dataProcessed: ContextReader = ({ head, body, decision }) => {
  const bodyBytes = body?.length ?? Math.max(0, head.contentLength);
  return String(head.bytes + bodyBytes + decision.responseBytes);
};

const integrationRequestId: ContextReader = ({ decision }) =>
  escapedText(decision.integrationRequestId);

/** What is known only behind the integration. */
const readers: ReadonlyMap<string, ContextReader> = new Map<string, ContextReader>([
  ["authorizer.error", ({ decision }) => errorOf(decision.problem)],
  ["awsEndpointRequestId", integrationRequestId],
  ["dataProcessed", dataProcessed],
  ["error.message", errorMessage],
  ["error.messageString", (call) => JSON.stringify(errorMessage(call))],
  ["error.responseType", responseType],
  ["integration.error", integrationError],
  ["integration.integrationStatus", serviceStatus],
  ["integration.latency", integrationLatency],
  ["integration.requestId", integrationRequestId],
  ["integration.status", backendStatus],
  ["integrationErrorMessage", integrationError],
  ["integrationLatency", integrationLatency],
  ["integrationStatus", serviceStatus],
  ["responseLatency", ({ decision, shared }) => String(shared.clock.now() - decision.at)],
  ["responseLength", ({ decision }) => String(decision.responseBytes)],
  ["status", ({ decision }) => (decision.status === 0 ? undefined : String(decision.status))],
]);
