import { type FunctionRecord, functionArn } from "./domain/record.ts";
import type { Done } from "./runtime/job.ts";

/** Counts the events that functions work on at once, for those that have a limit. */
export class Concurrency {
  readonly #running = new Map<string, number>();

  /** Runs an event of a function, unless it works on too many already. */
  async run(
    { tenant, name }: FunctionRecord,
    max: number | undefined,
    work: () => Promise<Done>,
  ): Promise<Done> {
    const arn = functionArn(tenant, name);
    const running = this.#running.get(arn) ?? 0;
    if (max !== undefined && running >= max) return beyond(name, max);
    this.#running.set(arn, running + 1);
    try {
      return await work();
    } finally {
      const left = (this.#running.get(arn) ?? 1) - 1;
      if (left > 0) this.#running.set(arn, left);
      else this.#running.delete(arn);
    }
  }
}

function beyond(name: string, max: number): Done {
  const reason =
    max === 0
      ? `${name} is off: its reserved concurrency is 0`
      : `${name} works on ${max} events already, which is its reserved concurrency`;
  return { outcome: { kind: "throttled", reason, isReserved: true }, tail: Buffer.alloc(0) };
}
