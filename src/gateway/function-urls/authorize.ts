import type { IncomingHttpHeaders } from "node:http";
import type { Authenticator, Refusal } from "../../wire/authenticate.ts";
import type { WireRequest } from "../../wire/exchange.ts";
import { refusalCode } from "../../wire/refusal-codes.ts";
import { isSigned } from "../../wire/signature.ts";
import { refuseWith } from "../answers.ts";
import type { Call } from "../call.ts";
import { takeBody } from "../integrations/body.ts";
import { headerValues } from "../request-head.ts";
import type { Stage } from "../stage.ts";
import { lambdaError, urlAnswer } from "./own-answer.ts";
import { foreignPage, refusalOfScope, repeated, unsigned } from "./refusals.ts";

/** What signed calls are judged by. */
export interface SignedCalls {
  readonly authenticate: Authenticator;
  /** Whether the web page that a browser sent a request for, if one did, may send signed ones. */
  isTrusted(headers: IncomingHttpHeaders): boolean;
}

/**
 * Lets on who may call the URL of a function, as far as its signature goes: whom the function's
 * policy lets in is judged when it is run. AWS: Control access to Lambda function URLs.
 *
 * @param resume is called once the body is there, which is part of what was signed
 */
export function authorizeUrlCall(
  call: Call,
  stage: Stage,
  resume: (decide: () => "next" | "answered") => void,
): "next" | "answered" | "waiting" {
  if (stage.plan.functionUrl?.authType === "NONE") return "next";
  const refusal = refusalOfHead(call, stage);
  if (refusal) {
    refuseCaller(call, refusal);
    return "answered";
  }
  takeBody(call, (body) => resume(() => settle(call, stage, body)));
  return "waiting";
}

function settle(call: Call, { plan }: Stage, body: Buffer): "next" | "answered" {
  const caller = call.shared.signedCalls.authenticate(signedRequest(call, body));
  const refusal = "kind" in caller ? caller : refusalOfScope(caller, plan.region);
  if (refusal) {
    refuseCaller(call, refusal);
    return "answered";
  }
  if (!("kind" in caller)) call.decision.caller = caller;
  return "next";
}

/** What can be refused before the body is read. */
function refusalOfHead(call: Call, stage: Stage): Refusal | undefined {
  const { request, head, shared } = call;
  if (headerValues(request.rawHeaders, "authorization").length > 1) return repeated;
  if (!isSigned(signedRequest(call, noBody))) return unsigned;
  const isShared = head.origin !== "" && stage.cors?.answerHeaders(head.origin).length;
  if (isShared || shared.signedCalls.isTrusted(request.headers)) return undefined;
  return foreignPage(head.origin);
}

const noBody = Buffer.alloc(0);

/**
 * The request as it was signed: under the name and path that the client knows. A header that came
 * more than once is all of its values, so that none can be added to a signed one.
 */
function signedRequest({ request }: Call, body: Buffer): WireRequest {
  const { method = "", url = "", rawHeaders } = request;
  const mark = url.indexOf("?");
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const headers = names.map((name) => [name, headerValues(rawHeaders, name).join(",")]);
  return {
    method,
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? "" : url.slice(mark + 1),
    headers: Object.fromEntries(headers),
    body,
  };
}

/**
 * Who did not sign is told what one without permission is; what is wrong with a signature is told
 * as by Lambda's API.
 */
function refuseCaller(call: Call, { kind, message, reason }: Refusal): void {
  const problem = { kind: "caller-refused", reason } as const;
  const answer =
    kind === "missing"
      ? urlAnswer(403)
      : lambdaError(refusalCode("rest-json", kind), JSON.stringify({ message }));
  refuseWith(call, 403, problem, answer);
}
