import type { Tenant } from "../foundation/arn.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Invoke, InvokeOutcome } from "../foundation/invoke.ts";
import type { Random } from "../foundation/random.ts";
import { Concurrency } from "./concurrency.ts";
import { versionOf } from "./domain/alias.ts";
import { parseFunctionArn } from "./domain/function-name.ts";
import { codeOf, type FunctionRecord, type LatestRecord } from "./domain/record.ts";
import { FunctionCache } from "./function-cache.ts";
import type { Permissions } from "./permissions.ts";
import type { Fleet } from "./runtime/fleet.ts";
import type { Done } from "./runtime/job.ts";
import type { FunctionStore } from "./store.ts";

/** A run of a function that somebody asks for. */
export interface ExecutionRequest {
  readonly record: FunctionRecord;
  /** The version or alias that was asked for. */
  readonly qualifier?: string;
  readonly requestId: string;
  readonly payload: Buffer | string;
  /** How many events the function may work on at once. */
  readonly concurrencyMax?: number;
  /** JSON that the caller gave besides the event. */
  readonly clientContext?: string;
}

export interface InvokerParts {
  readonly store: FunctionStore;
  readonly fleet: Fleet;
  readonly permissions: Permissions;
  readonly clock: Clock;
  readonly random: Random;
  /** Removes unpacked code that is not run any more. */
  forgetCode(codeId: string): Promise<void>;
}

interface Target {
  readonly latest: LatestRecord;
  readonly record: FunctionRecord;
  readonly qualifier: string | undefined;
}

/** How long an API client's event waits for its turn. */
const waitMs = 30_000;

/** Runs functions by their name. */
export class Invoker {
  readonly #parts: InvokerParts;
  readonly #cache: FunctionCache;
  readonly #concurrency = new Concurrency();

  constructor(parts: InvokerParts) {
    this.#parts = parts;
    this.#cache = new FunctionCache(parts.store, (before, after) => this.changed(before, after));
  }

  /** How other parts of this server run a function. Never rejects because of the function. */
  readonly invoke: Invoke = async ({ functionArn, source, payload, timeoutMs }) => {
    const target = await this.#resolve(functionArn);
    if (typeof target === "string") return { kind: "failed", reason: target };
    const refusal = await this.#parts.permissions.refusal({ ...target, functionArn, source });
    if (refusal) return { kind: "not-permitted", ...refusal };
    const { record, qualifier } = target;
    const requestId = this.#parts.random.uuid();
    const named = qualifier === undefined ? {} : { qualifier };
    const limit = limitOf(target.latest);
    const execution = this.execute({ record, ...named, ...limit, requestId, payload }, timeoutMs);
    const done = await withinTime(execution, timeoutMs);
    return { ...(done ? resultOf(done) : timedOut(timeoutMs)), requestId };
  };

  execute(request: ExecutionRequest, waitAtMostMs: number = waitMs): Promise<Done> {
    const { record, concurrencyMax, ...job } = request;
    const { fleet } = this.#parts;
    return this.#concurrency.run(record, concurrencyMax, () =>
      fleet.run(record, { ...job, traceId: this.#newTraceId() }, waitAtMostMs),
    );
  }

  /** A function as it is now, or was a second ago; undefined when there is none. */
  latest(tenant: Tenant, name: string): Promise<LatestRecord | undefined> {
    return this.#cache.find(tenant, name);
  }

  /** A version of a function as it is now, or was a second ago; undefined when there is none. */
  async find(tenant: Tenant, name: string, version: string) {
    const latest = await this.#cache.find(tenant, name);
    const record = latest && (await this.#cache.version(latest, version));
    return record && { record, ...limitOf(latest) };
  }

  /** Ends what runs of the function as it was, and forgets its code when that is not run now. */
  changed(before: LatestRecord, after?: LatestRecord): void {
    const { fleet, forgetCode } = this.#parts;
    const replaced = this.#cache.forget(before, after);
    if (before.generation !== after?.generation) replaced.push(before);
    const needed = new Set(after && codeOf(after).map(({ id }) => id));
    Promise.all(replaced.map((record) => fleet.retire(record))).then(() => {
      for (const { id } of codeOf(before)) if (!needed.has(id)) forgetCode(id);
    });
  }

  async #resolve(arn: string): Promise<Target | string> {
    const named = parseFunctionArn(arn);
    if (!named) return `${arn} is not the ARN of a function: correct it where it is configured`;
    const { tenant, name, qualifier } = named;
    const latest = await this.#cache.find(tenant, name);
    if (!latest) return `Function not found: ${arn}. Create it, or correct the ARN`;
    const version = versionOf(latest, qualifier, newChance(this.#parts.random));
    const record = version === undefined ? undefined : await this.#cache.version(latest, version);
    return record
      ? { latest, record, qualifier }
      : `${name} has no version or alias ${qualifier}: create it, or correct the ARN`;
  }

  /** `Root=1-5759e988-bd862e3fe1be46a994272793;...`, as X-Ray has them. */
  #newTraceId(): string {
    const { clock, random } = this.#parts;
    const seconds = Math.floor(clock.now() / 1000).toString(16);
    const parts = random.bytes(20).toString("hex");
    return `Root=1-${seconds}-${parts.slice(0, 24)};Parent=${parts.slice(24)};Sampled=0`;
  }
}

/** How many events a function may work on at once, if it has a limit. */
export function limitOf({ reservedConcurrency: max }: LatestRecord): { concurrencyMax?: number } {
  return max === undefined ? {} : { concurrencyMax: max };
}

/** From 0 to 1, evenly. */
export function newChance(random: Random): number {
  return random.bytes(4).readUInt32BE() / 2 ** 32;
}

/** Undefined when the caller's time is over; the run goes on, as it does on AWS. */
function withinTime(running: Promise<Done>, timeoutMs: number) {
  return new Promise<Done | undefined>((resolve) => {
    const timer = setTimeout(resolve, timeoutMs, undefined);
    running.then((done) => {
      clearTimeout(timer);
      resolve(done);
    });
  });
}

function timedOut(timeoutMs: number): InvokeOutcome {
  const reason =
    `The function did not answer within ${timeoutMs} ms: make it faster, or raise the time-out ` +
    "of who calls it";
  return { kind: "timed-out", reason };
}

function resultOf({ outcome, warning }: Done): InvokeOutcome {
  const beside = warning === undefined ? {} : { warning };
  switch (outcome.kind) {
    case "answered":
      return { kind: "answered", payload: outcome.payload.toString(), ...beside };
    case "threw": {
      const { payload, reason } = outcome;
      return { kind: "threw", payload: payload.toString(), reason, ...beside };
    }
    case "throttled":
      return { kind: "throttled", reason: outcome.reason };
    case "unable":
      return { kind: "failed", reason: outcome.reason };
  }
}
