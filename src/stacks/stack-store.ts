import type { Tenant } from "../foundation/arn.ts";
import type { Keyring } from "../storage/keyring.ts";
import {
  type Collection,
  type Page,
  put,
  type Records,
  remove,
  type Stored,
  succeeds,
  type Write,
} from "../storage/records.ts";
import { isInProgress, type Stack, type StackEvent, type StackResource } from "./domain/stack.ts";
import { eventWrite, newestFirst } from "./event-store.ts";

type Sealed<T, K extends keyof T> = Omit<T, K> & { readonly sealed: string };

/** Templates and parameters may hold secrets, so they are sealed. */
type SealedStack = Sealed<Stack, "definition" | "target">;

/** So may properties. */
type SealedResource = Sealed<StackResource, "properties" | "attributes" | "previous">;

const stacks: Collection<SealedStack> = {
  name: "stacks/stacks",
  key: ({ id }) => [id],
  indexes: {
    tenant: ({ tenant: { account, region }, createdAt, id }) => [
      ...[account, region, newestFirst(createdAt), id],
    ],
    unfinished: ({ id, status }) => (isInProgress(status) ? ["unfinished", id] : undefined),
  },
};

/** Which stack has a name, as long as it is not deleted. */
const names: Collection<{ readonly tenant: Tenant; readonly name: string; readonly id: string }> = {
  name: "stacks/names",
  key: ({ tenant, name }) => [tenant.account, tenant.region, name],
};

const resources: Collection<SealedResource> = {
  name: "stacks/resources",
  key: ({ stackId, logicalId }) => [stackId, logicalId],
};

/** Deleted stacks are shown for this long. */
const deletedShownMs = 90 * 24 * 60 * 60 * 1000;
const resourcesMax = 1000;

/** What one step of an operation writes down, all at once. */
export interface Step {
  readonly resources?: readonly StackResource[];
  /** Logical ids of resources that are no more. */
  readonly removed?: readonly string[];
  readonly events?: readonly StackEvent[];
  readonly writes?: readonly Write[];
}

/** Stacks and their resources. */
export class StackStore {
  readonly #records: Records;
  readonly #keyring: Keyring;

  constructor(records: Records, keyring: Keyring) {
    this.#records = records;
    this.#keyring = keyring;
  }

  /** By id, deleted or not. */
  async get(id: string): Promise<Stored<Stack> | undefined> {
    const stored = await this.#records.get(stacks, [id]);
    return stored && { ...stored, value: this.#openStack(stored.value) };
  }

  /** The stack that has this name now. */
  async byName({ account, region }: Tenant, name: string): Promise<Stored<Stack> | undefined> {
    const named = await this.#records.get(names, [account, region, name]);
    return named && this.get(named.value.id);
  }

  /** Newest first, deleted ones too. */
  async list({ account, region }: Tenant, limit: number, after?: string): Promise<Page<Stack>> {
    const options = { index: "tenant", prefix: [account, region], limit };
    const page = await this.#records.list(stacks, { ...options, ...(after && { after }) });
    const items = page.items.map((each) => ({ ...each, value: this.#openStack(each.value) }));
    return { ...page, items };
  }

  /** Ids of stacks on which an operation is in progress. */
  async unfinished(): Promise<string[]> {
    const options = { index: "unfinished", prefix: ["unfinished"], limit: 1000 };
    const { items } = await this.#records.list(stacks, options);
    return items.map(({ value }) => value.id);
  }

  /** False when the name is taken. */
  create(stack: Stack, { events = [], writes = [] }: Step = {}): Promise<boolean> {
    const { tenant, name, id } = stack;
    return succeeds(
      this.#records.commit([
        put(names, { tenant, name, id }, { condition: "absent" }),
        put(stacks, this.#sealStack(stack), { condition: "absent" }),
        ...events.map(eventWrite),
        ...writes,
      ]),
    );
  }

  /**
   * Changes a stack's record, with a step; again when somebody else was faster.
   *
   * @param change gives the record as it is to be, or throws to leave it as it is
   * @param stepOf what is written down with it
   */
  async change(
    id: string,
    change: (stack: Stack) => Stack,
    stepOf: (changed: Stack) => Step = () => ({}),
  ): Promise<Stack> {
    for (;;) {
      const stored = await this.get(id);
      if (!stored) throw new Error(`there is no stack ${id}`);
      const changed = change(stored.value);
      const writes = this.#writesOf(id, stepOf(changed));
      if (changed.status === "DELETE_COMPLETE") writes.push(freeName(changed));
      writes.push(this.#writeOf(changed, stored.version));
      if (await succeeds(this.#records.commit(writes))) return changed;
    }
  }

  /** Writes down a step that leaves the stack's own record as it is. */
  record(stackId: string, step: Step): Promise<void> {
    return this.#records.commit(this.#writesOf(stackId, step));
  }

  async resources(stackId: string): Promise<StackResource[]> {
    const options = { prefix: [stackId], limit: resourcesMax };
    const { items } = await this.#records.list(resources, options);
    return items.map(({ value }) => this.#openResource(value));
  }

  /** Forgets a stack that never was more than a plan. */
  async forget(stack: Stack): Promise<void> {
    await this.#records.commit([remove(stacks, [stack.id]), freeName(stack)]);
  }

  #writeOf(stack: Stack, version: number): Write {
    const { deletedAt } = stack;
    const expiry = deletedAt === undefined ? {} : { expiresAt: deletedAt + deletedShownMs };
    return put(stacks, this.#sealStack(stack), { condition: { version }, ...expiry });
  }

  #writesOf(stackId: string, step: Step): Write[] {
    return [
      ...(step.resources ?? []).map((each) => put(resources, this.#sealResource(each))),
      ...(step.removed ?? []).map((logicalId) => remove(resources, [stackId, logicalId])),
      ...(step.events ?? []).map(eventWrite),
      ...(step.writes ?? []),
    ];
  }

  #sealStack({ definition, target, ...rest }: Stack): SealedStack {
    return { ...rest, sealed: this.#seal({ definition, target }, contextOf(rest.id)) };
  }

  #openStack({ sealed, ...rest }: SealedStack): Stack {
    return { ...rest, ...this.#open(sealed, contextOf(rest.id)) };
  }

  #sealResource({ properties, attributes, previous, ...rest }: StackResource): SealedResource {
    const context = contextOf(rest.stackId, rest.logicalId);
    return { ...rest, sealed: this.#seal({ properties, attributes, previous }, context) };
  }

  #openResource({ sealed, ...rest }: SealedResource): StackResource {
    return { ...rest, ...this.#open(sealed, contextOf(rest.stackId, rest.logicalId)) };
  }

  #seal(secret: object, context: string): string {
    return this.#keyring.seal(JSON.stringify(secret), context);
  }

  #open(sealed: string, context: string) {
    return JSON.parse(this.#keyring.open(sealed, context).toString());
  }
}

function freeName({ tenant, name }: Stack): Write {
  return remove(names, [tenant.account, tenant.region, name]);
}

function contextOf(...parts: string[]): string {
  return ["stacks", ...parts].join("/");
}
