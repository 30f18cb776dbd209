import type { Call } from "./call.ts";
import { claimText } from "./payload/claim-text.ts";
import { domainPrefix, requestTime } from "./payload/event-source.ts";

/** What a `$context` variable stands for in one call; undefined when it has no value there. */
export type ContextReader = (call: Call) => string | undefined;

/**
 * How to read a `$context` variable, found once for all calls. AWS: Variables for access logging
 * of HTTP APIs; those that are known before the integration answers.
 *
 * @param name without `$context.`
 * @returns undefined when there is no variable of this name
 */
export function contextReader(name: string): ContextReader | undefined {
  if (!name.startsWith(claimsPrefix)) return readers.get(name);
  const claim = name.slice(claimsPrefix.length);
  return ({ decision }) => {
    const claims = decision.token?.claims;
    if (!claims || !Object.hasOwn(claims, claim)) return undefined;
    return claimText(claims[claim]);
  };
}

const claimsPrefix = "authorizer.claims.";

const readers: ReadonlyMap<string, ContextReader> = new Map<string, ContextReader>([
  ["accountId", ({ decision }) => decision.stage?.plan.account],
  ["apiId", ({ decision }) => decision.apiId],
  ["domainName", ({ head }) => head.host],
  ["domainPrefix", ({ head }) => domainPrefix(head.host)],
  ["extendedRequestId", ({ decision }) => decision.traceId],
  ["httpMethod", ({ decision }) => decision.method],
  ["identity.sourceIp", ({ sourceIp }) => sourceIp],
  ["identity.userAgent", ({ request }) => request.headers["user-agent"]],
  ["path", ({ decision }) => decision.stagePath],
  ["protocol", () => "HTTP/1.1"],
  ["requestId", ({ decision }) => decision.traceId],
  ["requestTime", ({ decision }) => requestTime(decision.at)],
  ["requestTimeEpoch", ({ decision }) => String(decision.at)],
  ["routeKey", ({ decision }) => decision.route?.plan.routeKey],
  ["stage", ({ decision }) => decision.stage?.name],
]);
