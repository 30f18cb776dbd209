import type { IncomingMessage, ServerResponse } from "node:http";
import type { WireRequest, WireResponse } from "../wire/exchange.ts";
import { readRequest, writeResponse } from "../wire/node-http.ts";
import { isSigned } from "../wire/signature.ts";
import { asksToSign, isPreflight, openToAllPages, openToPage, preflightGrant } from "./cors.ts";
import { type CustomDomains, mapPath } from "./custom-domains.ts";
import { createHostJudge, type HostRules, type HostVerdict, hostHeader } from "./host.ts";
import { json } from "./json.ts";
import { isTrustedOrigin } from "./origin.ts";
import { answerOwn, type OwnParts, ownPath } from "./own.ts";

/** Where requests go once they are told apart. */
export interface Destinations extends OwnParts {
  /** Calls to deployed APIs, and to the URLs of functions: the hot path. */
  gateway(req: IncomingMessage, res: ServerResponse, call: ApiCall): void;
  /** Key sets and discovery documents of pools; undefined when the path is not one. */
  documents(request: WireRequest): Promise<WireResponse> | undefined;
  readonly customDomains: CustomDomains;
  /** AWS's service APIs. */
  services(request: WireRequest): Promise<WireResponse>;
  /** Refuses, by name, what was sent to a host of AWS that is none of this server's. */
  unserved(request: WireRequest): WireResponse;
}

interface ApiCall {
  readonly kind: "api" | "function-url";
  readonly id: string;
  /** With the query. For an API it starts with the stage, or not, as it came. */
  readonly path: string;
}

export interface ListenerRules extends HostRules {
  readonly allowedOrigins: readonly string[];
}

const apiPath = "/_api/";
const functionUrlPath = "/_url/";

/**
 * The front door: tells requests apart by Host, then by path, then by AWS protocol, and keeps
 * other sites' pages out of what needs authority.
 */
export function createListener(destinations: Destinations, rules: ListenerRules) {
  const judgeHost = createHostJudge(rules, destinations.customDomains);
  return (req: IncomingMessage, res: ServerResponse): void => {
    const host = judgeHost(hostHeader(req.rawHeaders));
    const call = apiCallOf(host, req.url ?? "/");
    if (call) {
      destinations.gateway(req, res, call);
      return;
    }
    answer(req, host, destinations, rules).then(
      (response) => writeResponse(res, response),
      (error: Error) => res.destroy(error),
    );
  };
}

/** Which API or function's URL a request calls; undefined when it calls none. */
function apiCallOf(host: HostVerdict, url: string): ApiCall | undefined {
  switch (host.kind) {
    case "api":
      return { kind: "api", id: host.apiId, path: url };
    case "function-url":
      return { kind: "function-url", id: host.urlId, path: url };
    case "custom-domain": {
      const mapped = host.domain.kind === "apis" && mapPath(host.domain.mappings, url);
      return mapped ? { kind: "api", ...mapped } : undefined;
    }
    case "server":
      if (url.startsWith(apiPath)) return { kind: "api", ...splitPath(url, apiPath) };
      if (!url.startsWith(functionUrlPath)) return undefined;
      return { kind: "function-url", ...splitPath(url, functionUrlPath) };
    default:
      return undefined;
  }
}

/** `/_api/{apiId}/{stage}/{path}` or `/_url/{urlId}/{path}` into the id and the rest. */
function splitPath(url: string, prefix: string): { id: string; path: string } {
  const mark = url.indexOf("?");
  const pathEnd = mark < 0 ? url.length : mark;
  const slash = url.indexOf("/", prefix.length);
  const end = slash < 0 || slash > pathEnd ? pathEnd : slash;
  const path = url.slice(end);
  return { id: url.slice(prefix.length, end), path: path.startsWith("/") ? path : `/${path}` };
}

async function answer(
  req: IncomingMessage,
  host: HostVerdict,
  destinations: Destinations,
  rules: ListenerRules,
): Promise<WireResponse> {
  if (host.kind === "foreign") return refuseHost(host.host);
  const named = host.kind === "custom-domain" ? host.domain : host;
  if (named.kind === "sign-in") return refuseSignIn(named.domain);
  if (named.kind === "apis") return json(403, { message: "Forbidden" });
  const trusted = isTrustedOrigin(req.headers, rules.allowedOrigins);
  if (isPreflight(req.method, req.headers)) return answerPreflight(req, trusted);
  const request = await readRequest(req);
  if (host.kind === "unserved") {
    return withHeaders(destinations.unserved(request), corsOf(req, trusted));
  }
  if (host.kind !== "bucket" && request.path.startsWith(ownPath)) {
    if (!trusted) return refuseOrigin(req, ownPath);
    return answerOwn(request, destinations);
  }
  const document = host.kind === "bucket" ? undefined : destinations.documents(request);
  if (document) return withHeaders(await document, openToAllPages);
  if (isSigned(request) && !trusted) return refuseOrigin(req, "signed operations");
  const response = await destinations.services(request);
  return withHeaders(response, corsOf(req, trusted));
}

function answerPreflight(req: IncomingMessage, trusted: boolean): WireResponse {
  if (!trusted && asksToSign(req.headers)) return refuseOrigin(req, "signed operations");
  return {
    status: 200,
    headers: { ...corsOf(req, trusted), ...preflightGrant(req.headers) },
    body: "",
  };
}

/** Any page may read what needs no signature; a signed call got here from a trusted page only. */
function corsOf(req: IncomingMessage, trusted: boolean): Record<string, string> {
  const { origin } = req.headers;
  if (origin === undefined) return {};
  return trusted ? openToPage(origin) : openToAllPages;
}

function withHeaders(response: WireResponse, headers: Record<string, string>): WireResponse {
  return { ...response, headers: { ...response.headers, ...headers } };
}

function refuseHost(host: string): WireResponse {
  return json(421, {
    message:
      `This server does not answer to the name ${host}. Use 127.0.0.1 or localhost, ` +
      `or start it with --allowed-host ${host}.`,
  });
}

function refuseSignIn(domain: string): WireResponse {
  return json(501, {
    message: `Hosted sign-in (${domain}) is not there yet: see docs/compatibility.md.`,
  });
}

function refuseOrigin(req: IncomingMessage, what: string): WireResponse {
  const origin = req.headers.origin ?? "another site";
  return json(403, {
    message:
      `Pages of ${origin} may not use ${what} of this server. ` +
      `If they should, start it with --allowed-origin ${origin}.`,
  });
}
