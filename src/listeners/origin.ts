import type { IncomingHttpHeaders } from "node:http";
import { hostName } from "../wire/host-name.ts";
import { isLoopback } from "./host.ts";

/**
 * Whether the page that a browser sent this request for may use what needs authority. Requests
 * without Origin come from programs, not pages; but a browser that leaves Origin out still says
 * `Sec-Fetch-Site`.
 */
export function isTrustedOrigin(
  headers: IncomingHttpHeaders,
  allowedOrigins: readonly string[],
): boolean {
  const { origin } = headers;
  if (origin === undefined) return headers["sec-fetch-site"] !== "cross-site";
  if (allowedOrigins.includes("*") || allowedOrigins.includes(origin)) return true;
  const url = URL.parse(origin);
  if (!url) return false;
  return isLoopback(hostName(url.host)) || url.host === headers.host?.toLowerCase();
}
