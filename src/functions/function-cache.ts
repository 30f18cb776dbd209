import type { Tenant } from "../foundation/arn.ts";
import { systemClock } from "../foundation/clock.ts";
import { type FunctionRecord, functionArn, type LatestRecord } from "./domain/record.ts";
import type { FunctionStore } from "./store.ts";

interface Known {
  readonly latest: LatestRecord;
  readonly readAt: number;
}

/** What another node changed is noticed after this long; what this one changed, at once. */
const knownForMs = 1000;
const knownMax = 10_000;

/** Functions as they are, or were a second ago: events do not wait for the storage each time. */
export class FunctionCache {
  readonly #store: FunctionStore;
  readonly #onChange: (before: LatestRecord, after?: LatestRecord) => void;
  readonly #known = new Map<string, Known>();
  /** Versions do not change, but for being removed. */
  readonly #versions = new Map<string, FunctionRecord>();

  /** @param onChange hears of functions that another node changed */
  constructor(
    store: FunctionStore,
    onChange: (before: LatestRecord, after?: LatestRecord) => void,
  ) {
    this.#store = store;
    this.#onChange = onChange;
  }

  /** Undefined when there is no such function. */
  async find(tenant: Tenant, name: string): Promise<LatestRecord | undefined> {
    const arn = functionArn(tenant, name);
    const known = this.#known.get(arn);
    const now = systemClock.now();
    if (known && now - known.readAt < knownForMs) return known.latest;
    const latest = (await this.#store.get(tenant, name))?.value;
    if (known && known.latest.revisionId !== latest?.revisionId) {
      this.#onChange(known.latest, latest);
    }
    if (latest) remember(this.#known, arn, { latest, readAt: now });
    return latest;
  }

  /** A version of a function; undefined when it is not there. */
  async version(latest: LatestRecord, version: string): Promise<FunctionRecord | undefined> {
    if (version === "$LATEST") return latest;
    const { tenant, name } = latest;
    const arn = functionArn(tenant, name, version);
    const known = this.#versions.get(arn);
    // One of the same number may belong to a function that had this name before.
    if (known && known.code.id === latest.versions[version]?.id) return known;
    const stored = await this.#store.getVersion(tenant, name, version);
    if (stored) remember(this.#versions, arn, stored);
    return stored;
  }

  /** Forgets a function as it was; tells the versions that were known, and are no more. */
  forget({ tenant, name, versions }: LatestRecord, after?: LatestRecord): FunctionRecord[] {
    this.#known.delete(functionArn(tenant, name));
    return Object.entries(versions).flatMap(([version, code]) => {
      const arn = functionArn(tenant, name, version);
      const known = this.#versions.get(arn);
      if (!known || after?.versions[version]?.id === code.id) return [];
      this.#versions.delete(arn);
      return [known];
    });
  }
}

function remember<T>(known: Map<string, T>, key: string, value: T): void {
  if (known.size >= knownMax) known.clear();
  known.set(key, value);
}
