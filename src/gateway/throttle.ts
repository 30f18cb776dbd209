import type { RoutePlan, ThrottlePlan } from "./plan.ts";

/**
 * Lets as many requests through as a route may take: a bucket of tokens, filled at a rate. It
 * holds two numbers and makes nothing while requests pass. AWS: Throttling for HTTP APIs.
 */
export class Throttle {
  readonly plan: ThrottlePlan;
  /** In thousandths, so that what comes back in a millisecond is a whole number. */
  #tokens: number;
  /** When the tokens were counted, in milliseconds since the epoch. */
  #countedAt = 0;

  constructor(plan: ThrottlePlan) {
    this.plan = plan;
    this.#tokens = plan.ratePerSecond === 0 ? 0 : plan.burst * 1000;
  }

  /** Whether a request may pass now, for which it takes a token. */
  take(now: number): boolean {
    const { ratePerSecond, burst } = this.plan;
    // A clock that was set back gives no tokens, and takes none away.
    const gained = Math.max(0, now - this.#countedAt) * ratePerSecond;
    this.#tokens = Math.min(burst * 1000, this.#tokens + gained);
    this.#countedAt = now;
    if (this.#tokens < 1000) return false;
    this.#tokens -= 1000;
    return true;
  }

  /** How long until a request would pass, if no other came first; infinite when none ever will. */
  get waitMs(): number {
    const { ratePerSecond, burst } = this.plan;
    if (ratePerSecond === 0 || burst < 1) return Number.POSITIVE_INFINITY;
    return Math.ceil((1000 - this.#tokens) / ratePerSecond);
  }
}

/**
 * The throttles of a stage, by route key.
 *
 * @param before those of the plan that was served until now: where a limit is what it was, its
 *   throttle goes on, so that a change of something else lets no burst through
 */
export function compileThrottles(
  routes: readonly RoutePlan[],
  before: ReadonlyMap<string, Throttle> = new Map(),
): Map<string, Throttle> {
  const throttles = new Map<string, Throttle>();
  for (const { routeKey, throttle } of routes) {
    if (!throttle) continue;
    const known = before.get(routeKey);
    throttles.set(routeKey, known && isSame(known.plan, throttle) ? known : new Throttle(throttle));
  }
  return throttles;
}

function isSame(one: ThrottlePlan, other: ThrottlePlan): boolean {
  return one.ratePerSecond === other.ratePerSecond && one.burst === other.burst;
}
