import { type Collection, put, type Records, remove, type Write } from "../storage/records.ts";

/** One record for each API; its version grows with every change of the API or of its parts. */
const revisions: Collection<{ apiId: string }> = {
  name: "apis/revisions",
  key: ({ apiId }) => [apiId],
};
/** One record; its version grows with every change of any API. */
const latest: Collection<{ of: "apis" }> = { name: "apis/latest", key: ({ of }) => [of] };

/** Belongs to every change of an API: tells the other nodes, and that the API is still there. */
export function revise(apiId: string, expected?: number): Write[] {
  const condition = expected === undefined ? "exists" : { version: expected };
  return [put(revisions, { apiId }, { condition }), put(latest, { of: "apis" })];
}

/** Belongs to the making of an API; refused when one has the id. */
export function firstRevision(apiId: string): Write[] {
  return [put(revisions, { apiId }, { condition: "absent" }), put(latest, { of: "apis" })];
}

/** Belongs to the removal of an API; refused when it is gone. */
export function lastRevision(apiId: string): Write[] {
  return [remove(revisions, [apiId], "exists"), put(latest, { of: "apis" })];
}

/** Which APIs there are, and what changed since it was last looked at. */
export class RevisionStore {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  /** How often the API was changed; 0 when there is none. */
  async of(apiId: string): Promise<number> {
    return (await this.#records.get(revisions, [apiId]))?.version ?? 0;
  }

  /** Grows whenever any API changes. */
  async latest(): Promise<number> {
    return (await this.#records.get(latest, ["apis"]))?.version ?? 0;
  }

  /** The revision of each API on the server, whoever owns it. */
  async all(): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    let after: string | undefined;
    do {
      const page = await this.#records.list(revisions, {
        prefix: [],
        limit: 1000,
        ...(after !== undefined && { after }),
      });
      for (const { value, version } of page.items) found.set(value.apiId, version);
      after = page.next;
    } while (after !== undefined);
    return found;
  }
}
