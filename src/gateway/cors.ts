import type { CorsPlan } from "./plan.ts";

/**
 * What the gateway says about cross-origin requests, made ready once. Headers are names and values
 * in turn. AWS: CORS for HTTP APIs.
 */
export interface Cors {
  readonly plan: CorsPlan;
  /** For any request with this `Origin`; none when it is not allowed. */
  answerHeaders(origin: string): readonly string[];
  /** For a preflight with this `Origin`; none when it is not allowed. */
  preflightHeaders(origin: string): readonly string[];
}

export function compileCors(plan: CorsPlan): Cors {
  const { allowOrigins } = plan;
  const any = allowOrigins.includes("*");
  const exact = new Set(allowOrigins.map((origin) => origin.toLowerCase()));
  const credentials = plan.allowCredentials ? ["access-control-allow-credentials", "true"] : [];
  const answer = [...credentials, ...list("access-control-expose-headers", plan.exposeHeaders)];
  const preflight = [
    ...credentials,
    ...list("access-control-allow-methods", plan.allowMethods),
    ...list("access-control-allow-headers", plan.allowHeaders),
    ...(plan.maxAgeSeconds === undefined
      ? []
      : ["access-control-max-age", String(plan.maxAgeSeconds)]),
  ];
  const forOrigin = (origin: string): readonly string[] => {
    if (any) return ["access-control-allow-origin", "*"];
    if (!allows(exact, origin)) return [];
    return ["access-control-allow-origin", origin, "vary", "origin"];
  };
  const withOrigin = (origin: string, more: readonly string[]): readonly string[] => {
    const allowed = forOrigin(origin);
    return allowed.length === 0 ? allowed : [...allowed, ...more];
  };
  return {
    plan,
    answerHeaders: (origin) => withOrigin(origin, answer),
    preflightHeaders: (origin) => withOrigin(origin, preflight),
  };
}

/** Exact, or any origin of a scheme (`https://*`). */
function allows(exact: ReadonlySet<string>, sent: string): boolean {
  const origin = sent.toLowerCase();
  if (exact.has(origin)) return true;
  const scheme = /^https?:\/\/(?=.)/.exec(origin)?.[0];
  return scheme !== undefined && exact.has(`${scheme}*`);
}

function list(name: string, values: readonly string[]): string[] {
  return values.length === 0 ? [] : [name, values.join(",")];
}
