import type { Tenant } from "../foundation/arn.ts";
import { type Clock, systemClock } from "../foundation/clock.ts";
import type { Invoke, InvokeRequest, InvokeResult } from "../foundation/invoke.ts";
import type { Random } from "../foundation/random.ts";
import { parseFunctionArn } from "./domain/function-name.ts";
import { type FunctionRecord, functionArn } from "./domain/record.ts";
import type { Fleet } from "./runtime/fleet.ts";
import type { Done } from "./runtime/job.ts";
import type { FunctionStore } from "./store.ts";

/** A run of a function that somebody asks for. */
export interface ExecutionRequest {
  readonly record: FunctionRecord;
  readonly requestId: string;
  readonly payload: Buffer | string;
  /** JSON that the caller gave besides the event. */
  readonly clientContext?: string;
}

export interface InvokerParts {
  readonly store: FunctionStore;
  readonly fleet: Fleet;
  readonly clock: Clock;
  readonly random: Random;
  /** Removes unpacked code that is not run any more. */
  forgetCode(codeId: string): Promise<void>;
}

interface Known {
  readonly record: FunctionRecord;
  readonly readAt: number;
}

/** What another node changed is noticed after this long; what this one changed, at once. */
const knownForMs = 1000;
const knownMax = 10_000;
/** How long an API client's event waits for its turn. */
const waitMs = 30_000;

/** Runs functions by their name. */
export class Invoker {
  readonly #parts: InvokerParts;
  readonly #known = new Map<string, Known>();

  constructor(parts: InvokerParts) {
    this.#parts = parts;
  }

  /** How other parts of this server run a function. Never rejects because of the function. */
  readonly invoke: Invoke = async (request) => {
    const found = await this.#resolve(request.functionArn);
    if (typeof found === "string") return { kind: "failed", reason: found };
    const execution = this.execute(
      { record: found, requestId: this.#parts.random.uuid(), payload: request.payload },
      request.timeoutMs,
    );
    const done = await withinTime(execution, request);
    return done ? resultOf(done) : timedOut(request);
  };

  execute(request: ExecutionRequest, waitAtMostMs: number = waitMs): Promise<Done> {
    const { record, ...job } = request;
    return this.#parts.fleet.run(record, { ...job, traceId: this.#newTraceId() }, waitAtMostMs);
  }

  /** The function as it is now, or was a second ago; undefined when there is none. */
  async find(tenant: Tenant, name: string): Promise<FunctionRecord | undefined> {
    const arn = functionArn(tenant, name);
    const known = this.#known.get(arn);
    const now = systemClock.now();
    if (known && now - known.readAt < knownForMs) return known.record;
    const stored = await this.#parts.store.get(tenant, name);
    const record = stored?.value;
    if (known && known.record.revisionId !== record?.revisionId) this.changed(known.record, record);
    if (record) this.#remember(arn, { record, readAt: now });
    return record;
  }

  /** Ends what runs of the function as it was, and forgets its code when that is not run now. */
  changed(before: FunctionRecord, after?: FunctionRecord): void {
    const { fleet, forgetCode } = this.#parts;
    this.#known.delete(functionArn(before.tenant, before.name));
    const retired = fleet.retire(before);
    if (before.code.id !== after?.code.id) retired.then(() => forgetCode(before.code.id));
  }

  async #resolve(arn: string): Promise<FunctionRecord | string> {
    const named = parseFunctionArn(arn);
    if (!named) return `${arn} is not the ARN of a function: correct it where it is configured`;
    if (named.qualifier !== undefined && named.qualifier !== "$LATEST") {
      return `${arn} names a version or an alias, which are not supported yet: use $LATEST`;
    }
    const record = await this.find(named.tenant, named.name);
    return record ?? `Function not found: ${arn}. Create it, or correct the ARN`;
  }

  #remember(arn: string, known: Known): void {
    if (this.#known.size >= knownMax) this.#known.clear();
    this.#known.set(arn, known);
  }

  /** `Root=1-5759e988-bd862e3fe1be46a994272793;...`, as X-Ray has them. */
  #newTraceId(): string {
    const { clock, random } = this.#parts;
    const seconds = Math.floor(clock.now() / 1000).toString(16);
    const parts = random.bytes(20).toString("hex");
    return `Root=1-${seconds}-${parts.slice(0, 24)};Parent=${parts.slice(24)};Sampled=0`;
  }
}

/** Undefined when the caller's time is over; the run goes on, as it does on AWS. */
function withinTime(running: Promise<Done>, { timeoutMs }: InvokeRequest) {
  return new Promise<Done | undefined>((resolve) => {
    const timer = setTimeout(resolve, timeoutMs, undefined);
    running.then((done) => {
      clearTimeout(timer);
      resolve(done);
    });
  });
}

function timedOut({ timeoutMs }: InvokeRequest): InvokeResult {
  const reason =
    `The function did not answer within ${timeoutMs} ms: make it faster, or raise the time-out ` +
    "of who calls it";
  return { kind: "timed-out", reason };
}

function resultOf({ outcome, warning }: Done): InvokeResult {
  const beside = warning === undefined ? {} : { warning };
  switch (outcome.kind) {
    case "answered":
      return { kind: "answered", payload: outcome.payload.toString(), ...beside };
    case "threw": {
      const { payload, reason } = outcome;
      return { kind: "threw", payload: payload.toString(), reason, ...beside };
    }
    case "throttled":
      return outcome;
    case "unable":
      return { kind: "failed", reason: outcome.reason };
  }
}
