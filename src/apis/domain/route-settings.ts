import { checkRanges, notServed, refuseUnserved } from "./refusal.ts";

/** Settings of a stage for one of its routes, or for all that have none of their own. */
export interface RouteSettings {
  /** Kept for those who set it; the server counts nothing by route. */
  readonly detailedMetricsEnabled?: boolean;
  readonly throttlingBurstLimit?: number;
  /** Requests a second. */
  readonly throttlingRateLimit?: number;
}

/** Settings for routes as clients write them. */
export interface GivenRouteSettings {
  DataTraceEnabled?: boolean | undefined;
  DetailedMetricsEnabled?: boolean | undefined;
  LoggingLevel?: string | undefined;
  ThrottlingBurstLimit?: number | undefined;
  ThrottlingRateLimit?: number | undefined;
}

/** What the half of a limit is that nobody set. AWS: the throttle of an account. */
const accountRate = 10_000;
const accountBurst = 5000;

const webSocketOnly = "leave it out: only WebSocket APIs have it";

/**
 * The settings with the given ones in place of the old.
 *
 * @throws Fault when one is wrong, or is one that HTTP APIs do not have
 */
export function mergeRouteSettings(
  current: RouteSettings = {},
  given: GivenRouteSettings = {},
): RouteSettings {
  refuseUnserved(given, { DataTraceEnabled: webSocketOnly });
  const { LoggingLevel = "OFF" } = given;
  if (LoggingLevel !== "OFF") throw notServed("loggingLevel", LoggingLevel, webSocketOnly);
  checkRanges(given, { ThrottlingBurstLimit: [0, 1e9], ThrottlingRateLimit: [0, 1e9] });
  const { DetailedMetricsEnabled, ThrottlingBurstLimit, ThrottlingRateLimit } = given;
  return {
    ...current,
    ...(DetailedMetricsEnabled !== undefined && { detailedMetricsEnabled: DetailedMetricsEnabled }),
    ...(ThrottlingBurstLimit !== undefined && { throttlingBurstLimit: ThrottlingBurstLimit }),
    ...(ThrottlingRateLimit !== undefined && { throttlingRateLimit: ThrottlingRateLimit }),
  };
}

/** As `mergeRouteSettings`, by route key; routes that are not given keep their settings. */
export function mergeByRoute(
  current: Readonly<Record<string, RouteSettings>> = {},
  given: Readonly<Record<string, GivenRouteSettings>> = {},
): Record<string, RouteSettings> {
  const changed = Object.entries(given).map(
    ([routeKey, settings]) => [routeKey, mergeRouteSettings(current[routeKey], settings)] as const,
  );
  return { ...current, ...Object.fromEntries(changed) };
}

/** How many requests a route takes; undefined when nobody limited it. */
export function throttleFor(
  routeKey: string,
  defaults: RouteSettings = {},
  byRoute: Readonly<Record<string, RouteSettings>> = {},
): { ratePerSecond: number; burst: number } | undefined {
  const { throttlingRateLimit, throttlingBurstLimit } = { ...defaults, ...byRoute[routeKey] };
  if (throttlingRateLimit === undefined && throttlingBurstLimit === undefined) return undefined;
  return {
    ratePerSecond: throttlingRateLimit ?? accountRate,
    burst: throttlingBurstLimit ?? accountBurst,
  };
}
