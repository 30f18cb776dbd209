import { type ChildProcess, spawn } from "node:child_process";

/** A program with its arguments, and where and with what it runs. */
export interface Command {
  readonly path: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** MiB that one file may have. */
  readonly fileSizeMax: number;
}

const openFilesMax = 1024;
/** `ulimit -f` counts blocks of 512 bytes. */
const blocksPerMiB = 2048;

/**
 * Starts a program as the leader of a process group of its own, with no core dumps, and with
 * Lambda's limit on open files. The shell sets the limits and becomes the program.
 */
export function startProcess({ path, args, cwd, env, fileSizeMax }: Command): ChildProcess {
  const limits = `ulimit -c 0; ulimit -n ${openFilesMax}; ulimit -f ${fileSizeMax * blocksPerMiB}`;
  return spawn("/bin/sh", ["-c", `{ ${limits}; } 2>/dev/null; exec "$@"`, "sh", path, ...args], {
    cwd,
    env: { ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Sends a signal to a process and to all that it started and that stayed in its group. */
export function signalGroup(pid: number, signal: "SIGKILL" | "SIGSTOP" | "SIGCONT"): void {
  // To the system, 0 and -1 mean this server's own group, and every process there is.
  if (pid <= 1) throw new RangeError(`${pid} is no process group of a function`);
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // It has ended already; macOS says EPERM when only its remains are left.
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "ESRCH" && code !== "EPERM") throw error;
  }
}
