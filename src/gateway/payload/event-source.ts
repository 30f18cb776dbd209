import type { Random } from "../../foundation/random.ts";
import type { Call } from "../call.ts";
import type { Route, Stage } from "../stage.ts";
import { claimText } from "./claim-text.ts";
import type { Header, ToldRequest } from "./told-request.ts";

/** What both event formats are made of. */
export interface EventSource {
  readonly call: Call;
  readonly stage: Stage;
  readonly route: Route;
  readonly body: EventBody;
  readonly told: ToldRequest;
}

export interface EventBody {
  /** Undefined when there is none. */
  readonly text: string | undefined;
  readonly bytes: number;
  readonly isBase64Encoded: boolean;
}

/** The headers that the gateway adds or writes anew, named as format 1.0 names them. */
export function gatewayHeaders({ call, body, told }: EventSource): Header[] {
  const port = String(call.request.socket.localPort ?? "");
  const headers: Header[] = [
    ["Content-Length", String(body.bytes)],
    ["Host", told.host],
    ["X-Amzn-Trace-Id", newTraceId(call.decision.at, call.shared.random)],
    ["X-Forwarded-For", call.sourceIp],
    ["X-Forwarded-Port", port],
    ["X-Forwarded-Proto", call.secure ? "https" : "http"],
  ];
  const hasType = told.headers.some(([name]) => name.toLowerCase() === "content-type");
  if (body.text === undefined && !hasType) {
    headers.push(["Content-Type", "text/plain; charset=utf-8"]);
  }
  return headers;
}

/** Path variables by name; undefined when the route has none. */
export function pathParameters({ call, route }: EventSource): Record<string, string> | undefined {
  const { values } = call.decision;
  return record(route.variables.map((name, index) => [name, values[index] ?? ""]));
}

/** Stage variables; undefined when there are none. */
export function stageVariables({ stage }: EventSource): Record<string, string> | undefined {
  return record(Object.entries(stage.plan.variables));
}

/** The query's names and values, decoded, in order. */
export function queryEntries({ told: { query } }: EventSource): Header[] {
  return query === "" ? [] : [...new URLSearchParams(query)];
}

/** What the authorizer found: claims as text, and the scopes that the route asked for. */
export function authorizerContext({ call, route }: EventSource) {
  const { token } = call.decision;
  if (!token) return undefined;
  const entries = Object.entries(token.claims);
  const wanted = route.plan.scopes;
  return {
    claims: Object.fromEntries(entries.map(([name, value]) => [name, claimText(value)])),
    scopes: wanted.length === 0 ? null : wanted.filter((scope) => token.scopes.includes(scope)),
  };
}

/** `14/Apr/2025:22:13:56 +0000` */
export function requestTime(at: number): string {
  // Thu, 14 Apr 2025 22:13:56 GMT
  const [, day, month, year, time] = new Date(at).toUTCString().split(" ");
  return `${day}/${month}/${year}:${time} +0000`;
}

/** The first label of the host that was asked. */
export function domainPrefix(host: string): string {
  return host.split(".")[0] ?? "";
}

/**
 * A record that has nothing but these members, whatever they are called: entries become its own
 * members even if they are named as those that every object inherits.
 */
export function record<Value>(
  entries: readonly (readonly [string, Value])[],
): Record<string, Value> | undefined {
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** As X-Ray's: version, seconds in hexadecimal, 96 random bits. */
function newTraceId(at: number, random: Random): string {
  const seconds = Math.floor(at / 1000).toString(16);
  return `Root=1-${seconds.padStart(8, "0")}-${random.bytes(12).toString("hex")}`;
}
