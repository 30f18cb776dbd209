import {
  type Collection,
  put,
  type Records,
  remove,
  type Stored,
  type Write,
} from "../storage/records.ts";
import { revise } from "./revision-store.ts";

/** A part of an API as it was read: what replaces it must follow this very state. */
export type Current<Part> = Stored<Part>;

/** A page of a list, and where the next one starts. */
export interface Listed<Part> {
  readonly items: readonly Part[];
  readonly next?: string;
}

/** What else to write when a part changes: `before` is absent for new ones, `after` for old. */
export type Besides<Part> = (before: Part | undefined, after: Part | undefined) => Write[];

/** The parts of one kind, such as routes. A change that comes too late is a ConditionFailed. */
export class PartStore<Part extends { readonly apiId: string }> {
  readonly #records: Records;
  readonly #collection: Collection<Part>;
  readonly #besides: Besides<Part>;

  constructor(records: Records, collection: Collection<Part>, besides: Besides<Part>) {
    this.#records = records;
    this.#collection = collection;
    this.#besides = besides;
  }

  async find(apiId: string, id: string): Promise<Current<Part> | undefined> {
    return isId(apiId) && isId(id) ? this.#records.get(this.#collection, [apiId, id]) : undefined;
  }

  /** In the order of their ids. */
  async page(apiId: string, limit: number, after?: string): Promise<Listed<Part>> {
    const page = await this.#records.list(this.#collection, {
      prefix: [apiId],
      limit,
      ...(after !== undefined && { after }),
    });
    const items = page.items.map(({ value }) => value);
    return page.next === undefined ? { items } : { items, next: page.next };
  }

  /** Every one of an API: their number is limited where they are made. */
  async all(apiId: string): Promise<Part[]> {
    const found: Part[] = [];
    let page: Listed<Part> | undefined;
    do {
      page = await this.page(apiId, 1000, page?.next);
      found.push(...page.items);
    } while (page.next !== undefined);
    return found;
  }

  async create(part: Part): Promise<void> {
    await this.#records.commit([
      ...revise(part.apiId),
      put(this.#collection, part, { condition: "absent" }),
      ...this.#besides(undefined, part),
    ]);
  }

  async replace(current: Current<Part>, next: Part): Promise<void> {
    await this.#records.commit([...revise(next.apiId), ...this.replacing(current, next)]);
  }

  /** What `replace` writes, to be written with other changes of the API. */
  replacing(current: Current<Part>, next: Part): Write[] {
    return [
      put(this.#collection, next, { condition: { version: current.version } }),
      ...this.#besides(current.value, next),
    ];
  }

  /** @param revision of the API when it was found that nothing needs the part any more */
  async remove({ value, version }: Current<Part>, revision?: number): Promise<void> {
    await this.#records.commit([
      ...revise(value.apiId, revision),
      remove(this.#collection, this.#collection.key(value), { version }),
      ...this.#besides(value, undefined),
    ]);
  }
}

/** Whether the text can be an id at all; what a client sends may be too long for a key. */
export function isId(text: string): boolean {
  return /^[\w$-]{1,128}$/.test(text);
}
