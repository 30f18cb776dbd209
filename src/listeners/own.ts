import type { TraceLog } from "../diagnostics/trace.ts";
import type { MovedClock } from "../foundation/moved-clock.ts";
import type { Authenticator, Refusal } from "../wire/authenticate.ts";
import type { WireRequest, WireResponse } from "../wire/exchange.ts";
import { answerClock } from "./clock.ts";
import { json } from "./json.ts";
import { listedMax, readLimit, refuseLimit } from "./limit.ts";
import { answerOutbox, type ReadOutbox } from "./outbox.ts";
import { answerStackResponse, type TakeStackResponse } from "./stack-responses.ts";

/** Everything that is Gatepool's own, and not AWS's, lives under this path. */
export const ownPath = "/_gatepool/";

export interface OwnParts {
  readonly traces: TraceLog;
  readonly outbox: ReadOutbox;
  readonly stackResponse: TakeStackResponse;
  /** Shown by the health check. */
  readonly version: string;
  /** The certificate of the local authority, in PEM: it is public. */
  readonly authority: string;
  /** Absent where time is not to be moved. */
  readonly movedClock?: MovedClock;
  /** Tells who asks; absent where nobody has to say. */
  readonly authenticate?: Authenticator;
}

/** Answers `/_gatepool/…`, what the commands of `gatepool` speak to. */
export async function answerOwn(request: WireRequest, parts: OwnParts): Promise<WireResponse> {
  const { method, path, query } = request;
  const [resource = "", ...rest] = path.slice(ownPath.length).split("/");
  if (resource === "health") {
    return readOnly(request) ?? json(200, { status: "ok", version: parts.version });
  }
  if (resource === "authority") {
    return readOnly(request) ?? answerAuthority(parts.authority);
  }
  if (resource === "stack-responses") {
    return answerStackResponse(request, rest.join("/"), parts.stackResponse);
  }
  const caller = parts.authenticate?.(request);
  if (caller && "kind" in caller) return refuseCaller(caller);
  if (resource === "clock") return answerClock(request, parts.movedClock);
  if (resource === "traces") {
    return readOnly(request) ?? answerTraces(rest.join("/"), query, parts.traces);
  }
  if (resource === "outbox" && rest.length === 0) {
    return readOnly(request) ?? answerOutbox(request, parts.outbox);
  }
  const known = ["health", "authority", "traces", "outbox", "clock"]
    .map((name) => ownPath + name)
    .join(", ");
  return json(404, { message: `There is no ${method} ${path}, only ${known}.` });
}

function answerAuthority(body: string): WireResponse {
  return { status: 200, headers: { "content-type": "application/x-pem-file" }, body };
}

function readOnly({ method, path }: WireRequest): WireResponse | undefined {
  if (method === "GET" || method === "HEAD") return undefined;
  return json(405, { message: `${path} is read only: GET it.` }, { allow: "GET, HEAD" });
}

function refuseCaller({ message, reason }: Refusal): WireResponse {
  return json(403, { message: `${message}: this takes ${reason.expected}. ${reason.change}` });
}

function answerTraces(id: string, query: string, traces: TraceLog): WireResponse {
  if (id === "") return listTraces(new URLSearchParams(query), traces);
  const trace = id === "last" ? traces.latest(1)[0] : traces.find(decoded(id));
  if (trace) return json(200, trace);
  return json(404, {
    message:
      id === "last"
        ? "Nothing has been decided yet: make a request, then ask again."
        : `No trace ${id}: it never was, or newer decisions have taken its place.`,
  });
}

/** `?limit=20&refused=true`: newest first. */
function listTraces(query: URLSearchParams, traces: TraceLog): WireResponse {
  const limit = readLimit(query);
  if (limit === undefined) return refuseLimit(query);
  const refusedOnly = query.get("refused") === "true";
  const all = traces.latest(refusedOnly ? listedMax : limit);
  const chosen = refusedOnly ? all.filter((trace) => trace.outcome.status >= 400) : all;
  return json(200, { traces: chosen.slice(0, limit) });
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
