import type { WireRequest, WireResponse } from "../wire/exchange.ts";
import { json } from "./json.ts";
import { readLimit, refuseLimit } from "./limit.ts";

/** Messages to users, newest first; `to` picks those to one address. */
export type ReadOutbox = (limit: number, to?: string) => Promise<readonly object[]>;

/** `GET /_gatepool/outbox?limit=20&to=ada@example.com`: messages that were not delivered. */
export async function answerOutbox(
  { query: text }: WireRequest,
  outbox: ReadOutbox,
): Promise<WireResponse> {
  const query = new URLSearchParams(text);
  const limit = readLimit(query);
  if (limit === undefined) return refuseLimit(query);
  return json(200, { messages: await outbox(limit, query.get("to") ?? undefined) });
}
