import type { ChildProcess } from "node:child_process";
import { systemClock } from "../../foundation/clock.ts";
import { type FunctionRecord, functionArn } from "../domain/record.ts";
import type { Done, InitFailure, Job } from "./job.ts";
import { measureProcess } from "./memory.ts";
import * as outcomes from "./outcome.ts";
import { signalGroup, startProcess } from "./process.ts";
import { endLine, type RunReport, reportLine, startLine } from "./report.ts";
import { RuntimeApi, type RuntimeListener } from "./runtime-api.ts";
import type { Watched } from "./watch.ts";
import type { WorkerParts } from "./worker-parts.ts";

interface Running {
  readonly job: Job;
  readonly startedAt: number;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (done: Done) => void;
}

/** Lambda gives a function this long to load, or its own time-out if that is longer. */
const initSecondsMin = 10;
/** How long after the process what it started may hold on to its output. */
const lastOutputMs = 100;
const bytesPerMiB = 1024 * 1024;

/** One process of a function: takes one event at a time, for as long as it lives. */
export class Worker implements RuntimeListener, Watched {
  readonly record: FunctionRecord;
  readonly memoryMax: number;
  readonly expiresAt: number;
  readonly pid: number;
  readonly #parts: WorkerParts;
  readonly #api: RuntimeApi;
  readonly #startedAt = performance.now();
  readonly #restTimer: NodeJS.Timeout;
  #endTimer: NodeJS.Timeout | undefined;
  #initTimer: NodeJS.Timeout | undefined;
  #initMs: number | undefined;
  #initFailure: InitFailure | undefined;
  #state: "starting" | "ready" | "ending" = "starting";
  #isGone = false;
  #running: Running | undefined;
  #memoryUsed = 0;

  /** Starts the process; `onIdle` or `onGone` of the owner follows. */
  static async start(parts: WorkerParts): Promise<Worker> {
    const api = await RuntimeApi.open(parts.secret);
    const child = startProcess(parts.command(api.address));
    return new Worker(parts, api, child);
  }

  private constructor(parts: WorkerParts, api: RuntimeApi, child: ChildProcess) {
    this.record = parts.record;
    this.expiresAt = parts.expiresAt;
    this.memoryMax = parts.record.memorySize * bytesPerMiB;
    this.#parts = parts;
    this.#api = api;
    this.pid = child.pid ?? 0;
    this.#restTimer = setTimeout(() => this.#rest(), parts.freezeAfterMs).unref();
    child.on("error", (error) => this.#onUnstarted(error));
    this.#isGone = child.pid === undefined;
    if (this.#isGone) return;
    parts.reaper.add(this.pid);
    parts.watch.add(this);
    const initSeconds = Math.max(initSecondsMin, parts.record.timeout);
    this.#initTimer = setTimeout(() => this.#onInitTimeout(initSeconds), initSeconds * 1000);
    api.listen(this);
    if (child.stdout) parts.output.read(child.stdout);
    if (child.stderr) parts.output.read(child.stderr);
    child.once("exit", (code, signal) => this.#onExit(child, { code, signal }));
  }

  /** Runs one event. Only for a worker that is idle. */
  run(job: Job): Promise<Done> {
    this.#wake();
    this.#parts.output.begin();
    this.#parts.output.line(startLine(job.requestId, this.record.version));
    this.#parts.watch.add(this);
    const timeoutMs = this.record.timeout * 1000;
    this.#api.serve({
      ...job,
      functionArn: functionArn(this.record.tenant, this.record.name, job.qualifier),
      deadlineAt: systemClock.now() + timeoutMs,
    });
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#onTimeout(), timeoutMs);
      this.#running = { job, startedAt: performance.now(), timer, resolve };
    });
  }

  /** Ends the process and all that it started, now. */
  end(): void {
    if (this.#state === "ending") return;
    this.#state = "ending";
    clearTimeout(this.#restTimer);
    clearTimeout(this.#endTimer);
    clearTimeout(this.#initTimer);
    this.#parts.watch.remove(this);
    this.#api.close();
    if (!this.#isGone) signalGroup(this.pid, "SIGKILL");
    this.#parts.owner.onLeave(this);
  }

  onWaiting(): void {
    if (this.#state === "ending") return;
    if (this.#running) {
      this.#fail(outcomes.exited(this.#running.job.requestId, { code: null, signal: "SIGKILL" }));
      return;
    }
    if (this.#state === "starting") this.#onReady();
    this.#restTimer.refresh();
    this.#parts.owner.onIdle(this);
  }

  onLost(): void {
    if (this.#state === "ready" && !this.#running) this.end();
  }

  onAnswer(_requestId: string, payload: Buffer): void {
    this.#finish({ kind: "answered", payload });
  }

  onError(_requestId: string, payload: Buffer): void {
    this.#finish(outcomes.threwItself(payload), "error");
  }

  onTooLarge(_requestId: string, size: number): void {
    this.#finish(outcomes.tooLarge(size), "error");
  }

  onInitError(payload: Buffer): void {
    this.#failInit((id) => outcomes.threwItself(outcomes.withRequestId(payload, id)));
  }

  onMeasured(bytes: number): void {
    this.#memoryUsed = Math.max(this.#memoryUsed, bytes);
  }

  onExcess(excess: "memory" | "processes"): void {
    const { memorySize } = this.record;
    const verdict = (id: string) =>
      excess === "memory" ? outcomes.outOfMemory(id, memorySize) : outcomes.tooManyProcesses(id);
    if (this.#running) this.#fail(verdict(this.#running.job.requestId));
    else this.#failInit(verdict);
  }

  #onReady(): void {
    clearTimeout(this.#initTimer);
    this.#parts.watch.remove(this);
    this.#state = "ready";
    this.#initMs = performance.now() - this.#startedAt;
  }

  #onTimeout(): void {
    const running = this.#running;
    if (!running) return;
    const { requestId } = running.job;
    const message = outcomes.timeoutMessage(this.record.timeout);
    const at = new Date(systemClock.now()).toISOString();
    this.#parts.output.line(`${at} ${requestId} ${message}`);
    this.#fail(outcomes.timedOut(requestId, this.record.timeout), "timeout");
  }

  #onInitTimeout(seconds: number): void {
    this.#failInit((requestId) => outcomes.timedOut(requestId, seconds));
  }

  /** The run failed, and the process cannot be used again. */
  #fail(outcome: outcomes.Outcome, status = "error"): void {
    if (outcome.kind === "threw" && status === "error") {
      const { errorMessage, errorType } = outcomes.readError(outcome.payload);
      this.#parts.output.line(`${errorMessage}`);
      this.#parts.output.line(`${errorType}`);
    }
    this.#finish(outcome, status);
    this.end();
  }

  #finish(outcome: outcomes.Outcome, status?: string): void {
    const running = this.#running;
    if (!running) return;
    this.#running = undefined;
    clearTimeout(running.timer);
    this.#parts.watch.remove(this);
    const report: RunReport = {
      requestId: running.job.requestId,
      durationMs: performance.now() - running.startedAt,
      memorySize: this.record.memorySize,
      initMs: this.#takeInitMs(),
      status,
    };
    const memory = measureProcess(this.pid) ?? 0;
    this.onMeasured(memory);
    // What it wrote before it answered is there already: after one turn it has been read.
    setImmediate(() => {
      this.#parts.output.line(endLine(report.requestId));
      this.#parts.output.line(reportLine({ ...report, memoryUsed: this.#memoryUsed }));
      running.resolve(this.#done(outcome));
      // Memory that many short runs leaked is not found while one of them runs.
      if (memory > this.memoryMax) this.end();
    });
  }

  /** The first run reports how long the process took to get ready. */
  #takeInitMs(): number | undefined {
    const initMs = this.#initMs;
    this.#initMs = undefined;
    return initMs;
  }

  #failInit(verdict: (requestId: string) => outcomes.Outcome): void {
    if (this.#state !== "starting") return;
    this.#initFailure ??= (requestId) => this.#done(verdict(requestId));
    this.end();
  }

  #done(outcome: outcomes.Outcome): Done {
    const { warning, output } = this.#parts;
    const done = { outcome, tail: output.tail() };
    return warning === undefined ? done : { ...done, warning };
  }

  /** No work for a while: what it still does in the background waits for its next event. */
  #rest(): void {
    if (this.#state !== "ready" || this.#running) return;
    signalGroup(this.pid, "SIGSTOP");
    this.#endTimer = setTimeout(() => this.end(), this.#parts.endAfterMs).unref();
  }

  #wake(): void {
    if (!this.#endTimer) return;
    clearTimeout(this.#endTimer);
    this.#endTimer = undefined;
    signalGroup(this.pid, "SIGCONT");
  }

  #onUnstarted(error: Error): void {
    const reason = `The function's process could not be started: ${error.message}`;
    this.#failInit(() => ({ kind: "unable", reason }));
    this.#leave();
  }

  #onExit(child: ChildProcess, exit: outcomes.Exit): void {
    this.#isGone = true;
    signalGroup(this.pid, "SIGKILL");
    this.#parts.reaper.remove(this.pid);
    const timer = setTimeout(() => {
      child.stdout?.destroy();
      child.stderr?.destroy();
    }, lastOutputMs);
    child.once("close", () => {
      clearTimeout(timer);
      this.#onGone(exit);
    });
  }

  #onGone(exit: outcomes.Exit): void {
    this.#parts.output.end();
    if (this.#running) this.#fail(outcomes.exited(this.#running.job.requestId, exit));
    this.#failInit((requestId) => outcomes.exited(requestId, exit));
    this.end();
    this.#leave();
  }

  #leave(): void {
    const { owner, cleanUp } = this.#parts;
    cleanUp().then(() => owner.onGone(this, this.#initFailure));
  }
}
