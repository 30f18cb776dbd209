import { constants } from "node:os";

/** How one run of a function ended. */
export type Outcome =
  | { readonly kind: "answered"; readonly payload: Buffer }
  /** It ran and failed: `payload` is what callers get, `reason` is for a person. */
  | { readonly kind: "threw"; readonly payload: Buffer; readonly reason: string }
  /** It could not be run at all. */
  | { readonly kind: "unable"; readonly reason: string }
  /** It never got its turn; `isReserved` when that is by the function's own limit. */
  | { readonly kind: "throttled"; readonly reason: string; readonly isReserved?: true };

/** Lambda's limit on what a function may answer, in bytes. */
export const answerBytesMax = 6 * 1024 * 1024 + 100;

/** The function answered with an error of its own, in its runtime's words. */
export function threwItself(payload: Buffer): Outcome {
  return { kind: "threw", payload, reason: `The function failed: ${firstOf(payload)}` };
}

export function tooLarge(size: number): Outcome {
  const message =
    `Response payload size (${size} bytes) exceeded maximum allowed payload size ` +
    `(${answerBytesMax} bytes).`;
  return threw("Function.ResponseSizeTooLarge", message, message);
}

export function timedOut(requestId: string, seconds: number): Outcome {
  const message = timeoutMessage(seconds);
  return threw(
    "Sandbox.Timedout",
    `RequestId: ${requestId} Error: ${message}`,
    `${message}: raise the function's Timeout, or look in its log for what it waits for`,
  );
}

/** `Task timed out after 3.00 seconds`, which stands in the log too. */
export function timeoutMessage(seconds: number): string {
  return `Task timed out after ${seconds.toFixed(2)} seconds`;
}

export function outOfMemory(requestId: string, memorySize: number): Outcome {
  return threw(
    "Runtime.OutOfMemory",
    `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
    `The function used more than its ${memorySize} MB of memory: raise its MemorySize`,
  );
}

export function tooManyProcesses(requestId: string): Outcome {
  return threw(
    "Runtime.ExitError",
    `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
    "The function started more than 1024 processes, which is Lambda's limit",
  );
}

/** The process ended while it had an event, or before it asked for one. */
export function exited(requestId: string, exit: Exit): Outcome {
  const message = exitMessage(exit);
  return threw(
    "Runtime.ExitError",
    `RequestId: ${requestId} Error: ${message}`,
    `${message}: look in the function's log for what it wrote last`,
  );
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

function exitMessage({ code, signal }: Exit): string {
  if (signal) return `Runtime exited with error: signal: ${signalName(signal)}`;
  if (code) return `Runtime exited with error: exit status ${code}`;
  return "Runtime exited without providing a reason";
}

function threw(errorType: string, errorMessage: string, reason: string): Outcome {
  const payload = Buffer.from(JSON.stringify({ errorType, errorMessage }));
  return { kind: "threw", payload, reason };
}

/** Go's names of signals, which are what Lambda shows. */
const signalNames: Partial<Record<NodeJS.Signals, string>> = {
  SIGABRT: "aborted",
  SIGBUS: "bus error",
  SIGFPE: "floating point exception",
  SIGHUP: "hangup",
  SIGILL: "illegal instruction",
  SIGINT: "interrupt",
  SIGKILL: "killed",
  SIGSEGV: "segmentation fault",
  SIGTERM: "terminated",
  SIGXFSZ: "file size limit exceeded",
};

function signalName(signal: NodeJS.Signals): string {
  return signalNames[signal] ?? `signal ${constants.signals[signal]}`;
}

/** What runtimes send when a function fails. */
interface RuntimeError {
  readonly errorType?: string;
  readonly errorMessage?: string;
  readonly requestId?: string;
}

/** Python's errors name the request; one from before there was any names the one that meets it. */
export function withRequestId(payload: Buffer, requestId: string): Buffer {
  const error = readError(payload);
  if (error.requestId === undefined) return payload;
  return Buffer.from(JSON.stringify({ ...error, requestId }));
}

const reasonLengthMax = 300;

/** Type and message of an error as runtimes report it; its stack is in the log. */
function firstOf(payload: Buffer): string {
  const { errorType, errorMessage } = readError(payload);
  const text = [errorType, errorMessage].filter((part) => part !== undefined).join(": ");
  return (text || "it gave no reason").slice(0, reasonLengthMax);
}

export function readError(payload: Buffer): RuntimeError {
  try {
    const error: RuntimeError | null = JSON.parse(payload.toString());
    return error ?? {};
  } catch {
    return {};
  }
}
