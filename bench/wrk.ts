import { loadCore } from "./machine.ts";
import { runPinned } from "./processes.ts";

/** What wrk saw in one run. */
export interface Load {
  readonly requests: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers other than 2xx and 3xx, and connections that failed. */
  readonly errors: number;
}

const connections = 64;

/** Keeps 64 connections busy from one thread on the load core. */
export async function runWrk(
  url: string,
  seconds: number,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Load> {
  const shape = ["-t1", `-c${connections}`, `-d${seconds}s`, "--latency"];
  return readReport(await runPinned(loadCore, ["wrk", ...shape, ...args, url], environment));
}

function readReport(text: string): Load {
  const find = (pattern: RegExp) => pattern.exec(text)?.[1] ?? "";
  const sockets = find(/Socket errors: (.*)/).match(/\d+/g) ?? [];
  const failed = sockets.map(Number).reduce((sum, count) => sum + count, 0);
  return {
    requests: Number(find(/(\d+) requests in/)),
    requestsPerSecond: Number(find(/Requests\/sec:\s+([\d.]+)/)),
    p50Ms: milliseconds(find(/\s50%\s+(\S+)/)),
    p99Ms: milliseconds(find(/\s99%\s+(\S+)/)),
    errors: Number(find(/Non-2xx or 3xx responses: (\d+)/)) + failed,
  };
}

function milliseconds(text: string): number {
  const [, amount, unit] = /^([\d.]+)(us|ms|s)$/.exec(text) ?? [];
  const factor = { us: 0.001, ms: 1, s: 1000 }[unit ?? ""] ?? Number.NaN;
  return Number(amount) * factor;
}
