import { aheadMsMax, type MovedClock } from "../foundation/moved-clock.ts";
import type { WireRequest, WireResponse } from "../wire/exchange.ts";
import { json } from "./json.ts";

/**
 * `GET /_gatepool/clock` tells what time it is here; `POST` with `{"advanceMs": 7200000}` moves it
 * forward. There is no clock to move in production.
 */
export function answerClock(request: WireRequest, clock: MovedClock | undefined): WireResponse {
  if (!clock) return json(403, { message: "Only a development server's clock can be moved." });
  if (request.method === "GET") return showClock(clock);
  if (request.method !== "POST") {
    return json(405, { message: "GET the clock, or POST to move it." }, { allow: "GET, POST" });
  }
  const advanceMs = readAdvance(request.body);
  if (advanceMs === undefined || clock.aheadMs() + advanceMs > aheadMsMax) {
    const message =
      'Expected {"advanceMs": N}, N a whole number of milliseconds, 0 or more, and at most ten ' +
      "years ahead in all. A clock does not go back.";
    return json(400, { message });
  }
  clock.advance(advanceMs);
  return showClock(clock);
}

function showClock(clock: MovedClock): WireResponse {
  const now = new Date(clock.now()).toISOString();
  return json(200, { now, aheadMs: clock.aheadMs() });
}

function readAdvance(body: Buffer): number | undefined {
  try {
    const { advanceMs }: { advanceMs?: unknown } = JSON.parse(body.toString()) ?? {};
    return Number.isSafeInteger(advanceMs) && Number(advanceMs) >= 0
      ? Number(advanceMs)
      : undefined;
  } catch {
    return undefined;
  }
}
