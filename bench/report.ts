import { languages } from "./functions/deploy.ts";
import type { FunctionSample } from "./functions/measure.ts";
import type { ProxyResult, Sample } from "./proxy/measure.ts";
import { tokenModes } from "./proxy/tokens.ts";
import { median, medianRatio } from "./statistics.ts";
import { type Results, samplesOf, type Target, targetsOf } from "./targets.ts";
import { type TlsResult, tlsKinds } from "./tls/measure.ts";

/** Tables in Markdown, ready for docs/performance.md. */
export function report(results: Results): string {
  const lines = [
    ...proxyTable(results.proxies ?? []),
    "",
    ...tlsTable(results.tls ?? []),
    "",
    ...functionTable(results.functions ?? []),
    "",
    ...targetTable(targetsOf(results)),
  ];
  return `\n${lines.join("\n")}\n`;
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

function tlsTable(systems: readonly TlsResult[]): string[] {
  if (systems.length === 0) return [];
  const peer = systems.find(({ name }) => name === "nginx plain")?.samples;
  const rows = tlsKinds.flatMap((kind) =>
    systems
      .filter(({ samples }) => samples[kind].length > 0)
      .map(({ name, samples }) => {
        const rates = samples[kind].map((sample) => sample.requestsPerSecond);
        const costs = samples[kind].map((sample) => sample.cpuMicroseconds);
        const peerRates = peer?.[kind].map((sample) => sample.requestsPerSecond) ?? [];
        const peerCosts = peer?.[kind].map((sample) => sample.cpuMicroseconds) ?? [];
        return row([
          name,
          kind,
          Math.round(median(rates)).toLocaleString("en"),
          figure(median(costs), 1),
          figure(medianRatio(rates, peerRates), 2),
          figure(medianRatio(costs, peerCosts), 2),
        ]);
      }),
  );
  const head = ["system", "over TLS", "a second", "CPU µs", "of nginx plain", "CPU of nginx plain"];
  return [...header(head), ...rows];
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

function header(names: readonly string[]): string[] {
  return [row(names), row(names.map(() => "---"))];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function figure(value: number, digits: number): string {
  return Number.isNaN(value) ? "" : value.toFixed(digits);
}
