import { languages } from "./functions/deploy.ts";
import type { FunctionSample } from "./functions/measure.ts";
import type { ProxyResult, Sample } from "./proxy/measure.ts";
import { type TokenMode, tokenModes } from "./proxy/tokens.ts";
import type { RouteSample } from "./routes/measure.ts";
import type { SignInSample } from "./sign-ins/measure.ts";
import type { StartSample } from "./start/measure.ts";
import { median, medianRatio } from "./statistics.ts";
import { type UserSample, userOperations } from "./users/measure.ts";

/** What was measured; a part that was left out is absent. */
export interface Results {
  proxies?: readonly ProxyResult[];
  signIns?: readonly SignInSample[];
  starts?: readonly StartSample[];
  functions?: readonly FunctionSample[];
  routes?: readonly RouteSample[];
  users?: readonly UserSample[];
}

/** What a figure should be, and what it was; `measured` is NaN where it was not. */
export interface Target {
  readonly figure: string;
  readonly bound: "at least" | "at most";
  readonly target: number;
  readonly measured: number;
  readonly unit: string;
}

/** Tables in Markdown, ready for docs/performance.md. */
export function report(results: Results): string {
  const lines = [
    ...proxyTable(results.proxies ?? []),
    "",
    ...functionTable(results.functions ?? []),
    "",
    ...targetTable(targetsOf(results)),
  ];
  return `\n${lines.join("\n")}\n`;
}

/** What Gatepool promises of its speed. */
export function targetsOf(results: Results): Target[] {
  const { proxies = [], signIns = [], starts = [], routes = [], users = [] } = results;
  const ours = samplesOf(proxies, "gatepool");
  const peer = samplesOf(proxies, "haproxy jwt_verify");
  const ratio = (mode: TokenMode, of: (sample: Sample) => number) =>
    medianRatio(ours(mode).map(of), peer(mode).map(of));
  const tail = (sample: Sample) => sample.p99Ms;
  const least = { bound: "at least", unit: "" } as const;
  const most = { bound: "at most", unit: "" } as const;
  const share = medianRatio(
    signIns.map((sample) => sample.signInsPerSecond),
    signIns.map((sample) => sample.ceilingPerSecond),
  );
  const start = (of: (sample: StartSample) => number) => median(starts.map(of));
  return [
    {
      ...least,
      figure: "requests, one token / HAProxy",
      target: 1.7,
      measured: ratio("one", rate),
    },
    {
      ...least,
      figure: "requests, 5,000 tokens / HAProxy",
      target: 1.7,
      measured: ratio("known", rate),
    },
    {
      ...least,
      figure: "requests, new tokens / HAProxy",
      target: 0.8,
      measured: ratio("new", rate),
    },
    { ...most, figure: "p99, one token / HAProxy", target: 1.5, measured: ratio("one", tail) },
    { ...most, figure: "p99, 5,000 tokens / HAProxy", target: 1.5, measured: ratio("known", tail) },
    { ...most, figure: "p99, new tokens / HAProxy", target: 1.5, measured: ratio("new", tail) },
    { ...least, figure: "sign-ins / ceiling of the core", target: 0.7, measured: share },
    {
      ...most,
      figure: "ready, warm",
      target: 400,
      measured: start((one) => one.warmMs),
      unit: "ms",
    },
    {
      ...most,
      figure: "ready, cold",
      target: 800,
      measured: start((one) => one.coldMs),
      unit: "ms",
    },
    {
      ...most,
      figure: "memory at rest",
      target: 110,
      measured: start((one) => one.idleMebibytes),
      unit: "MiB",
    },
    {
      ...most,
      figure: "10 routes / 1,000 routes",
      target: 1.1,
      measured: medianRatio(
        routes.map(({ few }) => few),
        routes.map(({ many }) => many),
      ),
    },
    ...userOperations.map((name) => ({
      ...most,
      figure: `${name}, few users / many users`,
      target: 1.2,
      measured: medianRatio(
        users.map(({ few }) => few[name]),
        users.map(({ many }) => many[name]),
      ),
    })),
  ];
}

function functionTable(functions: readonly FunctionSample[]): string[] {
  const rows = languages.flatMap((language) => {
    const samples = functions.filter((sample) => sample.language === language);
    if (samples.length === 0) return [];
    const middle = (of: (sample: FunctionSample) => number) => median(samples.map(of));
    return row([
      language,
      figure(
        middle(({ coldMs }) => coldMs),
        0,
      ),
      figure(
        middle(({ warmP50Ms }) => warmP50Ms),
        2,
      ),
      figure(
        middle(({ warmP99Ms }) => warmP99Ms),
        2,
      ),
      figure(
        middle(({ callsPerSecond }) => callsPerSecond),
        0,
      ),
      figure(
        middle(({ processMebibytes }) => processMebibytes),
        0,
      ),
    ]);
  });
  const head = ["function", "cold ms", "warm p50 ms", "warm p99 ms", "calls/s", "MiB a process"];
  return rows.length === 0 ? [] : [...header(head), ...rows];
}

function proxyTable(proxies: readonly ProxyResult[]): string[] {
  if (proxies.length === 0) return [];
  const plain = samplesOf(proxies, "nginx plain")("one").map(rate);
  const peer = samplesOf(proxies, "haproxy jwt_verify");
  const rows = proxies.flatMap(({ name, samples }) =>
    tokenModes
      .filter((mode) => samples[mode].length > 0)
      .map((mode) => {
        const middle = (of: (sample: Sample) => number) => median(samples[mode].map(of));
        const rates = samples[mode].map(rate);
        return row([
          name,
          mode,
          Math.round(median(rates)).toLocaleString("en"),
          figure(
            middle((sample) => sample.p50Ms),
            2,
          ),
          figure(
            middle((sample) => sample.p99Ms),
            2,
          ),
          figure(
            middle((sample) => sample.cpuMicroseconds),
            1,
          ),
          figure(
            middle((sample) => sample.residentMebibytes),
            0,
          ),
          figure(medianRatio(rates, plain), 2),
          figure(medianRatio(rates, peer(mode).map(rate)), 2),
          figure(medianRatio(samples[mode].map(cost), peer(mode).map(cost)), 2),
        ]);
      }),
  );
  const head = ["system", "tokens", "req/s", "p50 ms", "p99 ms", "CPU µs", "MiB"];
  return [...header([...head, "of nginx plain", "of HAProxy", "CPU of HAProxy"]), ...rows];
}

function targetTable(targets: readonly Target[]): string[] {
  const rows = targets
    .filter(({ measured }) => !Number.isNaN(measured))
    .map(({ figure: name, bound, target, measured, unit }) => {
      const met = bound === "at least" ? measured >= target : measured <= target;
      const text = `${figure(measured, unit === "" ? 2 : 0)} ${unit}`.trim();
      return row([name, `${bound} ${target} ${unit}`.trim(), text, met ? "met" : "MISSED"]);
    });
  return [...header(["figure", "target", "measured", ""]), ...rows];
}

function rate(sample: Sample): number {
  return sample.requestsPerSecond;
}

/** Tells the truth on a busy machine too, where the rate is what the others leave. */
function cost(sample: Sample): number {
  return sample.cpuMicroseconds;
}

function samplesOf(proxies: readonly ProxyResult[], name: string) {
  const found = proxies.find((proxy) => proxy.name === name);
  return (mode: TokenMode): readonly Sample[] => found?.samples[mode] ?? [];
}

function header(names: readonly string[]): string[] {
  return [row(names), row(names.map(() => "---"))];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function figure(value: number, digits: number): string {
  return Number.isNaN(value) ? "" : value.toFixed(digits);
}
