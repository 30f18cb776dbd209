import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const running = new Set<ChildProcess>();

export interface Pinned {
  /** Of the first process; see `cpuSeconds` and `residentMebibytes` for what it started. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a program that stays, on one core. What it says on standard error is shown. */
export function startPinned(
  core: number,
  command: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Pinned {
  const env = { ...process.env, ...environment };
  const child = spawn("taskset", ["-c", String(core), ...command], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  running.add(child);
  const gone = once(child, "exit").then(() => running.delete(child));
  return {
    pid: child.pid ?? 0,
    async stop() {
      if (running.has(child)) child.kill("SIGTERM");
      await gone;
    },
  };
}

/** Ends whatever is still running, when something went wrong. */
export function stopAll(): void {
  for (const child of running) child.kill("SIGTERM");
}

/** Runs a program to its end, on one core. @throws Error when it fails. */
export async function runPinned(
  core: number,
  command: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const env = { ...process.env, ...environment };
  const child = spawn("taskset", ["-c", String(core), ...command], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${command.join(" ").slice(0, 200)} ended with ${code}`);
  return output;
}

/** @throws Error when nothing listens within 15 seconds */
export async function waitForPort(port: number, name: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (await listens(port)) return;
    await pause(50);
  }
  throw new Error(`${name} does not listen on port ${port}`);
}

/** CPU time that a process and those that it started have used so far. */
export function cpuSeconds(pid: number): number {
  const ticksPerSecond = 100;
  const ticks = familyOf(pid).map((member) => {
    const fields = statOf(member);
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return ticks.reduce((sum, value) => sum + value, 0) / ticksPerSecond;
}

/** Memory that a process and those that it started hold. */
export function residentMebibytes(pid: number): number {
  return familyOf(pid).reduce((sum, member) => sum + ownMebibytes(member), 0);
}

/** Memory of each process that a process has started, and that those have, largest first. */
export function startedMebibytes(pid: number): number[] {
  const [, ...started] = familyOf(pid);
  return started.map(ownMebibytes).sort((one, other) => other - one);
}

/** Memory that a process holds by itself. */
function ownMebibytes(pid: number): number {
  const text = readProc(`/proc/${pid}/smaps_rollup`);
  return Number(/^Rss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024;
}

function familyOf(pid: number): number[] {
  const others = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const children = others.map(Number).filter((other) => Number(statOf(other)[1]) === pid);
  return [pid, ...children.flatMap(familyOf)];
}

/** Fields of /proc/PID/stat after the name, which may hold spaces: [0] is the state. */
function statOf(pid: number): string[] {
  const text = readProc(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}

/** A process may end while it is looked at. */
function readProc(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
