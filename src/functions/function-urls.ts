import type { FunctionUrlAuthType } from "../foundation/invoke.ts";
import { type UrlCors, type UrlSettings, urlOf } from "./domain/function-url.ts";
import { functionArn, type LatestRecord } from "./domain/record.ts";
import type { Invoker } from "./invoker.ts";
import type { UrlPlace, UrlStore } from "./url-store.ts";

/** A function's URL, as the listener needs it. Stays the same object until something changes. */
export interface FunctionUrl {
  readonly urlId: string;
  /** With the alias, where it is one's. */
  readonly functionArn: string;
  readonly account: string;
  readonly region: string;
  readonly authType: FunctionUrlAuthType;
  readonly cors?: UrlCors;
  /** What the function may take, and the wait for a process besides. */
  readonly timeoutMs: number;
}

interface Known {
  readonly place: UrlPlace;
  /** Of which revision of the function it was made. */
  readonly revisionId: string;
  readonly url: FunctionUrl;
}

const knownMax = 10_000;
/** How long a call waits for its turn, as those of API clients do. */
const waitMs = 30_000;

/** Finds functions by the ids of their URLs; as fresh as the functions that are remembered. */
export class FunctionUrls {
  readonly #store: UrlStore;
  readonly #functions: Pick<Invoker, "latest" | "find">;
  readonly #known = new Map<string, Known>();

  constructor(store: UrlStore, functions: Pick<Invoker, "latest" | "find">) {
    this.#store = store;
    this.#functions = functions;
  }

  /** Undefined when there is no such URL. */
  async find(urlId: string): Promise<FunctionUrl | undefined> {
    const known = this.#known.get(urlId);
    const place = known?.place ?? (await this.#store.get(urlId));
    if (!place) return undefined;
    const latest = await this.#functions.latest(place.tenant, place.name);
    const settings = latest && urlOf(latest, place.qualifier);
    if (!latest || settings?.urlId !== urlId) {
      this.#known.delete(urlId);
      return undefined;
    }
    if (known?.revisionId === latest.revisionId) return known.url;
    return this.#make(place, latest, settings);
  }

  async #make(place: UrlPlace, latest: LatestRecord, { urlId, authType, cors }: UrlSettings) {
    const { tenant, name, qualifier } = place;
    const url: FunctionUrl = {
      urlId,
      functionArn: functionArn(tenant, name, qualifier === "$LATEST" ? undefined : qualifier),
      ...tenant,
      authType,
      ...(cors && { cors }),
      timeoutMs: (await this.#timeoutSeconds(latest, qualifier)) * 1000 + waitMs,
    };
    if (this.#known.size >= knownMax) this.#known.clear();
    this.#known.set(urlId, { place, revisionId: latest.revisionId, url });
    return url;
  }

  /** The longest one, where an alias chooses between versions. */
  async #timeoutSeconds(latest: LatestRecord, qualifier: string): Promise<number> {
    const { tenant, name, aliases } = latest;
    const alias = Object.hasOwn(aliases, qualifier) ? aliases[qualifier] : undefined;
    if (!alias) return latest.timeout;
    const versions = [alias.version, ...(alias.second ? [alias.second.version] : [])];
    const found = await Promise.all(
      versions.map((version) => this.#functions.find(tenant, name, version)),
    );
    return Math.max(0, ...found.map((each) => each?.record.timeout ?? 0));
  }
}
