import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";

/** How a command has ended. */
export interface Ending {
  /** As a shell tells it: 128 and its number for a signal, 127 for what is not found. */
  readonly code: number;
  /** The signal that has ended it. */
  readonly signal?: NodeJS.Signals;
  /** Why it could not even start. */
  readonly problem?: string;
}

/** Sent to the command when they are sent to us. */
const passedOn: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"];

/** A terminal sends these to the command as well as to us: it must not get them twice. */
const keystrokes: readonly NodeJS.Signals[] = ["SIGINT", "SIGQUIT"];

/** Runs a command to its end, with our own input and output. */
export function runCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: "inherit" });
    const release = passSignals(child);
    child.once("error", (error) => {
      release();
      resolve(notStarted(command, error));
    });
    child.once("exit", (code, signal) => {
      release();
      if (signal === null) resolve({ code: code ?? 1 });
      else resolve({ code: 128 + constants.signals[signal], signal });
    });
  });
}

/** Ends this process by the signal that has ended the command, as if it had been the command. */
export function endBy({ signal }: Ending): void {
  if (signal && passedOn.includes(signal)) process.kill(process.pid, signal);
}

function passSignals(child: ChildProcess): () => void {
  const onTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  const pass = (signal: NodeJS.Signals) => {
    if (!(onTerminal && keystrokes.includes(signal))) child.kill(signal);
  };
  for (const signal of passedOn) process.on(signal, pass);
  return () => {
    for (const signal of passedOn) process.off(signal, pass);
  };
}

function notStarted(command: string, error: Error): Ending {
  const reason = "code" in error ? error.code : undefined;
  if (reason === "ENOENT") return { code: 127, problem: `${command}: command not found` };
  if (reason === "EACCES") return { code: 126, problem: `${command} is not executable` };
  return { code: 126, problem: `${command} cannot be run: ${error.message}` };
}
