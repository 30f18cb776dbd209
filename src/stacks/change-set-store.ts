import type { Keyring } from "../storage/keyring.ts";
import {
  type Collection,
  type Page,
  put,
  type Records,
  remove,
  type Stored,
  succeeds,
} from "../storage/records.ts";
import type { ChangeSet } from "./domain/stack.ts";

/** Templates and parameters may hold secrets, so they are sealed. */
type SealedChangeSet = Omit<ChangeSet, "definition"> & { readonly sealed: string };

const changeSets: Collection<SealedChangeSet> = {
  name: "stacks/change-sets",
  key: ({ stackId, name }) => [stackId, name],
  indexes: { id: ({ id }) => [id] },
};

const listedMax = 1000;

/** Change sets of stacks. */
export class ChangeSetStore {
  readonly #records: Records;
  readonly #keyring: Keyring;

  constructor(records: Records, keyring: Keyring) {
    this.#records = records;
    this.#keyring = keyring;
  }

  async get(stackId: string, name: string): Promise<Stored<ChangeSet> | undefined> {
    const stored = await this.#records.get(changeSets, [stackId, name]);
    return stored && { ...stored, value: this.#open(stored.value) };
  }

  async byId(id: string): Promise<Stored<ChangeSet> | undefined> {
    const page = await this.#records.list(changeSets, { index: "id", prefix: [id], limit: 1 });
    const [stored] = page.items;
    return stored && { ...stored, value: this.#open(stored.value) };
  }

  /** In the order of their names. */
  async list(stackId: string, limit: number, after?: string): Promise<Page<ChangeSet>> {
    const options = { prefix: [stackId], limit, ...(after !== undefined && { after }) };
    const page = await this.#records.list(changeSets, options);
    const items = page.items.map((each) => ({ ...each, value: this.#open(each.value) }));
    return { ...page, items };
  }

  /** False when the stack has one of this name. */
  create(changeSet: ChangeSet): Promise<boolean> {
    const write = put(changeSets, this.#seal(changeSet), { condition: "absent" });
    return succeeds(this.#records.commit([write]));
  }

  /** False when somebody else has changed it meanwhile. */
  replace(changeSet: ChangeSet, version: number): Promise<boolean> {
    const write = put(changeSets, this.#seal(changeSet), { condition: { version } });
    return succeeds(this.#records.commit([write]));
  }

  async remove({ stackId, name }: ChangeSet): Promise<void> {
    await this.#records.commit([remove(changeSets, [stackId, name])]);
  }

  /** Removes all change sets of a stack, but for one: what they say holds no longer. */
  async removeOthers(stackId: string, kept?: string): Promise<void> {
    const { items } = await this.#records.list(changeSets, { prefix: [stackId], limit: listedMax });
    const others = items.filter(({ value }) => value.name !== kept);
    if (others.length === 0) return;
    await this.#records.commit(
      others.map(({ value }) => remove(changeSets, [stackId, value.name])),
    );
  }

  #seal({ definition, ...rest }: ChangeSet): SealedChangeSet {
    return { ...rest, sealed: this.#keyring.seal(JSON.stringify(definition), contextOf(rest)) };
  }

  #open({ sealed, ...rest }: SealedChangeSet): ChangeSet {
    const definition = JSON.parse(this.#keyring.open(sealed, contextOf(rest)).toString());
    return { ...rest, definition };
  }
}

function contextOf({ id }: Pick<ChangeSet, "id">): string {
  return `stacks/${id}`;
}
