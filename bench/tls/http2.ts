import { spawnSync } from "node:child_process";
import { loadCore } from "../machine.ts";
import { runPinned } from "../processes.ts";
import type { TlsLoad } from "./measure.ts";

const connections = 16;
const streams = 4;

/** Whether there is something to measure HTTP/2 with. */
export function knowsHttp2(): boolean {
  return spawnSync("h2load", ["--version"]).status === 0;
}

/** Keeps as many requests in flight as wrk does, on fewer connections. */
export async function runHttp2(url: string, seconds: number, token: string): Promise<TlsLoad> {
  const shape = [`-c${connections}`, `-m${streams}`, "-t1", "-D", String(seconds)];
  const header = ["-H", `authorization: Bearer ${token}`];
  const text = await runPinned(loadCore, ["h2load", ...shape, ...header, url]);
  const find = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0);
  const requests = find(/status codes: (\d+) 2xx/);
  const errors = find(/, (\d+) failed/) + find(/(\d+) 4xx/) + find(/(\d+) 5xx/);
  return { requests, requestsPerSecond: requests / seconds, errors };
}
