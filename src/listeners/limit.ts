import type { WireResponse } from "../wire/exchange.ts";
import { json } from "./json.ts";

/** The longest list that is answered. */
export const listedMax = 1000;

/** How many entries of a list are asked for; undefined when that is no number to go by. */
export function readLimit(query: URLSearchParams): number | undefined {
  const limit = Number(query.get("limit") ?? 20);
  return Number.isInteger(limit) && limit >= 1 && limit <= listedMax ? limit : undefined;
}

export function refuseLimit(query: URLSearchParams): WireResponse {
  const received = query.get("limit");
  const message = `limit has to be a whole number from 1 to ${listedMax}, not ${received}.`;
  return json(400, { message });
}
