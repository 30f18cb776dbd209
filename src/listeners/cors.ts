import type { IncomingHttpHeaders } from "node:http";

const exposed = "x-amzn-requestid,x-amzn-errortype,x-amzn-errormessage,x-gatepool-trace,date";

/** Headers that let any page read an answer: for unsigned operations and issuer documents. */
export const openToAllPages = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": exposed,
} as const;

/** Headers that let one page, already found trusted, read an answer. */
export function openToPage(origin: string) {
  return {
    "access-control-allow-origin": origin,
    "access-control-expose-headers": exposed,
    vary: "origin",
  };
}

/** Whether this is a browser's question before a call (Fetch standard, CORS-preflight). */
export function isPreflight(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  return (
    method === "OPTIONS" &&
    headers.origin !== undefined &&
    headers["access-control-request-method"] !== undefined
  );
}

/** Whether the call that a preflight asks about will be signed (SigV4). */
export function asksToSign(headers: IncomingHttpHeaders): boolean {
  const asked = headers["access-control-request-headers"] ?? "";
  return /(^|[\s,])(authorization|x-amz-security-token)($|[\s,])/i.test(asked);
}

/**
 * Answers a preflight by granting what it asks for: `*` would never cover `authorization`.
 * Chromium keeps the answer for at most two hours.
 */
export function preflightGrant(headers: IncomingHttpHeaders): Record<string, string> {
  const method = headers["access-control-request-method"] ?? "POST";
  const asked = headers["access-control-request-headers"];
  return {
    "access-control-allow-methods": method,
    ...(asked === undefined ? {} : { "access-control-allow-headers": asked }),
    "access-control-max-age": "7200",
  };
}
