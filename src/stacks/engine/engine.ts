import type { Stack, StackDefinition, StackStatus } from "../domain/stack.ts";
import { isInProgress } from "../domain/stack.ts";
import { definedResources } from "../stack-template.ts";
import { bringUp, undoCreation } from "./bring-up.ts";
import { changeOver, finishCleanUp, finishUndo, undoUpdate } from "./change-over.ts";
import type { Prepared } from "./prepare.ts";
import { Run, type RunParts } from "./run.ts";
import { takeAllDown } from "./take-all-down.ts";

/** What an operation changes about a stack's record when it begins. */
export type Beginning = Partial<Omit<Stack, "id" | "name" | "tenant" | "status">>;

interface Checked extends Beginning {
  check(stack: Stack): void;
}

/** An operation that this server has under way. */
interface Running {
  readonly run: Run;
  readonly done: Promise<void>;
}

/** How often a lease is renewed, and stacks are looked for whose server has died. */
const intervalMs = 5_000;

/** How soon the record of a stack is looked at again that another server works on. */
const lookAgainMs = 200;

const interruption = "The server ended in the middle of the operation.";

/** Runs the operations on stacks. What it has begun reaches an end, even if the server dies. */
export class Engine {
  readonly #parts: RunParts;
  readonly #running = new Map<string, Running>();
  #timer: NodeJS.Timeout | undefined;
  #closing = false;

  constructor(parts: RunParts) {
    this.#parts = parts;
  }

  /**
   * Writes down a stack that waits for its first change set to be executed.
   *
   * @param stack in the state REVIEW_IN_PROGRESS
   * @returns false when the name is taken
   */
  review(stack: Stack): Promise<boolean> {
    const events = [beginningOf(new Run(this.#parts, stack, []))];
    return this.#parts.store.create(stack, { events });
  }

  /**
   * Writes down a stack that is to be made, and begins to make it.
   *
   * @param stack in the state CREATE_IN_PROGRESS, with its target
   * @returns false when the name is taken
   */
  async create(stack: Stack, prepared: Prepared): Promise<boolean> {
    const run = new Run(this.#parts, stack, []);
    const events = [beginningOf(run)];
    const writes = [this.#parts.leases.taken(stack.id)];
    if (!(await this.#parts.store.create(stack, { events, writes }))) return false;
    this.#start(run, bringUp(run, prepared));
    return true;
  }

  /**
   * Begins to make a stack what is prepared: what waits for its first change set is created,
   * anything else updated.
   *
   * @param check throws when the stack may not be changed now
   */
  async change(stackId: string, prepared: Prepared, { check, ...more }: Checked): Promise<void> {
    const run = await this.#begin(stackId, (stack) => {
      check(stack);
      const status = stack.status === "REVIEW_IN_PROGRESS" ? "CREATE" : "UPDATE";
      const { definition: target } = prepared;
      return { policyDuringUpdate: undefined, ...more, target, status: `${status}_IN_PROGRESS` };
    });
    const isNew = run.stack.status === "CREATE_IN_PROGRESS";
    this.#start(run, isNew ? bringUp(run, prepared) : changeOver(run, prepared));
  }

  /**
   * Begins to remove a stack and its resources, but for those that it says are `retained`.
   *
   * @param check throws when the stack may not be removed now
   */
  async delete(stackId: string, { check, ...more }: Checked): Promise<void> {
    const run = await this.#begin(stackId, (stack) => {
      check(stack);
      return { ...more, status: "DELETE_IN_PROGRESS" };
    });
    this.#start(run, takeAllDown(run));
  }

  /**
   * Begins to undo what has failed and was left as it was.
   *
   * @param check throws when there is nothing to undo
   */
  async rollBack(stackId: string, { check, ...more }: Checked): Promise<void> {
    const run = await this.#begin(stackId, (stack) => {
      check(stack);
      const isCreation = /^(CREATE|ROLLBACK)_FAILED$/.test(stack.status);
      return {
        ...more,
        status: isCreation ? "ROLLBACK_IN_PROGRESS" : "UPDATE_ROLLBACK_IN_PROGRESS",
      };
    });
    this.#start(run, this.#goOn(run));
  }

  /** Resolves when this server does nothing for the stack any more, or when the time is over. */
  async settled(stackId: string, atMostMs: number): Promise<void> {
    const running = this.#running.get(stackId);
    if (!running) return;
    let timer: NodeJS.Timeout | undefined;
    const timeOver = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, atMostMs);
    });
    await Promise.race([running.done, timeOver]);
    clearTimeout(timer);
  }

  /** Resolves when nothing is done to the stack any more, whichever server does it. */
  async finished(stackId: string): Promise<void> {
    for (;;) {
      await this.#running.get(stackId)?.done;
      const stored = await this.#parts.store.get(stackId);
      if (!stored || !isInProgress(stored.value.status)) return;
      if (this.#closing) throw new Error("the server ends");
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    }
  }

  /** Takes up what servers that died have left unfinished. */
  async resume(): Promise<void> {
    for (const id of await this.#parts.store.unfinished()) {
      if (this.#running.has(id) || !(await this.#parts.leases.takeOver(id))) continue;
      const stored = await this.#parts.store.get(id);
      if (!stored || !isInProgress(stored.value.status)) continue;
      const run = await this.#runOf(stored.value);
      this.#start(run, this.#goOn(run));
    }
  }

  /** Keeps what this server works on, and looks for what others have left, until it is closed. */
  follow(): void {
    this.#timer ??= setInterval(() => {
      const kept = [...this.#running].map((each) => this.#keep(each));
      Promise.all([...kept, this.resume()]).catch((err) =>
        this.#parts.log.warn({ err }, "stacks of other servers could not be looked for"),
      );
    }, intervalMs).unref();
  }

  /** Lets what is under way come to an end for a while; the next start takes up the rest. */
  async close(graceMs: number): Promise<void> {
    this.#closing = true;
    clearInterval(this.#timer);
    await Promise.all([...this.#running.keys()].map((id) => this.settled(id, graceMs)));
  }

  async #begin(
    stackId: string,
    change: (stack: Stack) => Beginning & { status: StackStatus },
  ): Promise<Run> {
    const stack = await this.#parts.store.change(
      stackId,
      (now) => ({ ...now, ...change(now) }),
      (changed) => ({
        events: [beginningOf(new Run(this.#parts, changed, []))],
        writes: [this.#parts.leases.taken(stackId)],
      }),
    );
    return this.#runOf(stack);
  }

  async #runOf(stack: Stack): Promise<Run> {
    return new Run(this.#parts, stack, await this.#parts.store.resources(stack.id));
  }

  /** What was interrupted in the middle of making or changing is undone. */
  async #goOn(run: Run): Promise<void> {
    const { status, definition } = run.stack;
    const statusReason = interruption;
    if (status === "CREATE_IN_PROGRESS") await run.reach("ROLLBACK_IN_PROGRESS", { statusReason });
    if (status === "UPDATE_IN_PROGRESS") {
      await run.reach("UPDATE_ROLLBACK_IN_PROGRESS", { statusReason });
    }
    switch (run.stack.status) {
      case "ROLLBACK_IN_PROGRESS":
        return undoCreation(run);
      case "UPDATE_ROLLBACK_IN_PROGRESS":
        return undoUpdate(run);
      case "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS":
        return finishUndo(run);
      case "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS":
        if (definition) await finishCleanUp(run, wantedBy(definition, run));
        return;
      case "DELETE_IN_PROGRESS":
        return takeAllDown(run);
      default:
        return;
    }
  }

  /** What has ended meanwhile has no lease any more; the run can do no harm then. */
  async #keep([stackId, { run }]: [string, Running]): Promise<void> {
    if (!(await this.#parts.leases.keep(stackId))) run.lose();
  }

  #start(run: Run, work: Promise<void>): void {
    const { id: stackId } = run.stack;
    const done = work
      .catch((err) => {
        if (!this.#closing) this.#parts.log.error({ err, stackId }, "an operation broke off");
      })
      .finally(() => {
        // The next operation on the stack may have begun by now.
        if (this.#running.get(stackId)?.run === run) this.#running.delete(stackId);
      });
    this.#running.set(stackId, { run, done });
  }
}

/** Nothing is looked up again: a parameter may be gone that was there when the update began. */
function wantedBy(definition: StackDefinition, { stack }: Run): ReadonlySet<string> {
  const { tenant, id: stackId, name: stackName } = stack;
  return definedResources(definition, { tenant, stackId, stackName });
}

function beginningOf(run: Run) {
  return run.stackEvent(run.stack.status, { statusReason: "User Initiated" });
}
