import type { WireResponse } from "../wire/exchange.ts";

/** A small JSON answer. */
export function json(
  status: number,
  body: object,
  headers: Record<string, string> = {},
): WireResponse {
  return {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
    body: JSON.stringify(body),
  };
}
