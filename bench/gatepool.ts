import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../bin/gatepool.js", import.meta.url));

/** A development server that was started by its own command. */
export interface Gatepool {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to the line that says that it is ready. */
  readonly readyMs: number;
  /** Ends it, and waits until it has ended. */
  stop(): Promise<void>;
}

export interface GatepoolOptions {
  readonly dataDir: string;
  /** Runs on this core alone; on all when absent. */
  readonly core?: number;
  /** Holds the compile cache. */
  readonly cacheDir: string;
}

/** @throws Error when it ends, or 15 seconds pass, before it is ready */
export async function startGatepool(options: GatepoolOptions): Promise<Gatepool> {
  const pin = options.core === undefined ? [] : ["taskset", "-c", String(options.core)];
  const serve = [process.execPath, program, "dev", "--port", "0", "--data-dir", options.dataDir];
  const [command = "", ...args] = [...pin, ...serve];
  const startedAt = performance.now();
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, XDG_CACHE_HOME: options.cacheDir },
  });
  const url = await readyUrl(child);
  const readyMs = performance.now() - startedAt;
  return {
    url,
    pid: child.pid ?? 0,
    readyMs,
    async stop() {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(() => fail("is not ready after 15 seconds"), 15_000);
    const fail = (what: string) => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new Error(`gatepool ${what}. It said:\n${output}`));
    };
    child.once("exit", (code) => fail(`ended with ${code}`));
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const url = /gatepool ready on (\S+)/.exec(output)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      child.removeAllListeners("exit");
      resolve(url);
    });
  });
}
