import type { FunctionSample } from "./functions/measure.ts";
import type { ProxyResult, Sample } from "./proxy/measure.ts";
import type { TokenMode } from "./proxy/tokens.ts";
import type { RouteSample } from "./routes/measure.ts";
import type { SignInSample } from "./sign-ins/measure.ts";
import type { StackSample } from "./stacks/measure.ts";
import type { StartSample } from "./start/measure.ts";
import { median, medianRatio } from "./statistics.ts";
import type { TlsResult } from "./tls/measure.ts";
import { type UserSample, userOperations } from "./users/measure.ts";

/** What was measured; a part that was left out is absent. */
export interface Results {
  proxies?: readonly ProxyResult[];
  tls?: readonly TlsResult[];
  signIns?: readonly SignInSample[];
  starts?: readonly StartSample[];
  functions?: readonly FunctionSample[];
  routes?: readonly RouteSample[];
  users?: readonly UserSample[];
  stacks?: readonly StackSample[];
}

/** What a figure should be, and what it was; `measured` is NaN where it was not. */
export interface Target {
  readonly figure: string;
  readonly bound: "at least" | "at most";
  readonly target: number;
  readonly measured: number;
  readonly unit: string;
}

/** What Gatepool promises of its speed. */
export function targetsOf(results: Results): Target[] {
  return [
    ...proxyTargets(results.proxies ?? []),
    signInTarget(results.signIns ?? []),
    ...startTargets(results.starts ?? []),
    routeTarget(results.routes ?? []),
    ...userTargets(results.users ?? []),
    ...stackTargets(results.stacks ?? []),
  ];
}

function proxyTargets(proxies: readonly ProxyResult[]): Target[] {
  const ours = samplesOf(proxies, "gatepool");
  const peer = samplesOf(proxies, "haproxy jwt_verify");
  const ratio = (mode: TokenMode, of: (sample: Sample) => number) =>
    medianRatio(ours(mode).map(of), peer(mode).map(of));
  const rate = (sample: Sample) => sample.requestsPerSecond;
  const tail = (sample: Sample) => sample.p99Ms;
  return [
    atLeast("requests, one token / HAProxy", 1.7, ratio("one", rate)),
    atLeast("requests, 5,000 tokens / HAProxy", 1.7, ratio("known", rate)),
    atLeast("requests, new tokens / HAProxy", 0.8, ratio("new", rate)),
    atMost("p99, one token / HAProxy", 1.5, ratio("one", tail)),
    atMost("p99, 5,000 tokens / HAProxy", 1.5, ratio("known", tail)),
    atMost("p99, new tokens / HAProxy", 1.5, ratio("new", tail)),
  ];
}

function signInTarget(samples: readonly SignInSample[]): Target {
  const share = medianRatio(
    samples.map((sample) => sample.signInsPerSecond),
    samples.map((sample) => sample.ceilingPerSecond),
  );
  return atLeast("sign-ins / ceiling of the core", 0.7, share);
}

function startTargets(samples: readonly StartSample[]): Target[] {
  const middle = (of: (sample: StartSample) => number) => median(samples.map(of));
  const warm = middle(({ warmMs }) => warmMs);
  const cold = middle(({ coldMs }) => coldMs);
  const idle = middle(({ idleMebibytes }) => idleMebibytes);
  return [
    atMost("ready, warm", 400, warm, "ms"),
    atMost("ready, cold", 800, cold, "ms"),
    atMost("memory at rest", 110, idle, "MiB"),
  ];
}

function routeTarget(samples: readonly RouteSample[]): Target {
  const few = samples.map((sample) => sample.few);
  const many = samples.map((sample) => sample.many);
  return atMost("10 routes / 1,000 routes", 1.1, medianRatio(few, many));
}

function userTargets(samples: readonly UserSample[]): Target[] {
  return userOperations.map((name) => {
    const few = samples.map((sample) => sample.few[name]);
    const many = samples.map((sample) => sample.many[name]);
    return atMost(`${name}, few users / many users`, 1.2, medianRatio(few, many));
  });
}

function stackTargets(samples: readonly StackSample[]): Target[] {
  const middle = (of: (sample: StackSample) => number) => median(samples.map(of));
  const hello = middle(({ helloMs }) => helloMs);
  const unchanged = middle(({ unchangedMs }) => unchangedMs);
  const many = middle(({ manyMs }) => manyMs);
  return [
    atMost("deploying hello-cdk", 2000, hello, "ms"),
    atMost("deploying without changes", 500, unchanged, "ms"),
    atMost("deploying 200 resources", 10_000, many, "ms"),
  ];
}

/** The samples of one system, by kind of token. */
export function samplesOf(proxies: readonly ProxyResult[], name: string) {
  const found = proxies.find((proxy) => proxy.name === name);
  return (mode: TokenMode): readonly Sample[] => found?.samples[mode] ?? [];
}

function atLeast(figure: string, target: number, measured: number): Target {
  return { figure, bound: "at least", target, measured, unit: "" };
}

function atMost(figure: string, target: number, measured: number, unit = ""): Target {
  return { figure, bound: "at most", target, measured, unit };
}
