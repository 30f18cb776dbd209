import type { Tenant } from "../foundation/arn.ts";
import {
  type Collection,
  type Page,
  put,
  type Records,
  remove,
  type Write,
} from "../storage/records.ts";

/** A value that a stack offers to others. */
export interface Export {
  readonly tenant: Tenant;
  readonly name: string;
  readonly value: string;
  readonly stackId: string;
}

/** That a stack uses an export. */
export interface Import {
  readonly tenant: Tenant;
  readonly name: string;
  readonly stackId: string;
  readonly stackName: string;
}

const exported: Collection<Export> = {
  name: "stacks/exports",
  key: ({ tenant, name }) => [tenant.account, tenant.region, name],
};

const imported: Collection<Import> = {
  name: "stacks/imports",
  key: ({ tenant, name, stackId }) => [tenant.account, tenant.region, name, stackId],
  indexes: { stack: ({ stackId, name }) => [stackId, name] },
};

const listedMax = 1000;

/** What stacks offer each other, and who uses it. */
export class ExportStore {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  async find({ account, region }: Tenant, name: string): Promise<Export | undefined> {
    return (await this.#records.get(exported, [account, region, name]))?.value;
  }

  /** In the order of their names. */
  list({ account, region }: Tenant, limit: number, after?: string): Promise<Page<Export>> {
    const options = { prefix: [account, region], limit };
    return this.#records.list(exported, { ...options, ...(after && { after }) });
  }

  /** Stacks that use an export. */
  async importers({ account, region }: Tenant, name: string): Promise<Import[]> {
    const options = { prefix: [account, region, name], limit: listedMax };
    return (await this.#records.list(imported, options)).items.map(({ value }) => value);
  }

  /** What one stack uses of others. */
  async importsOf(stackId: string): Promise<Import[]> {
    const options = { index: "stack", prefix: [stackId], limit: listedMax };
    return (await this.#records.list(imported, options)).items.map(({ value }) => value);
  }
}

/** Replaces what a stack offers. A name that another stack has taken meanwhile fails the batch. */
export function exportWrites(before: readonly Export[], after: readonly Export[]): Write[] {
  const kept = new Set(after.map(({ name }) => name));
  const had = new Set(before.map(({ name }) => name));
  return [
    ...before
      .filter(({ name }) => !kept.has(name))
      .map(({ tenant, name }) => remove(exported, [tenant.account, tenant.region, name])),
    ...after.map((each) =>
      had.has(each.name) ? put(exported, each) : put(exported, each, { condition: "absent" }),
    ),
  ];
}

/** Replaces what a stack uses. */
export function importWrites(before: readonly Import[], after: readonly Import[]): Write[] {
  const kept = new Set(after.map(({ name }) => name));
  return [
    ...before
      .filter(({ name }) => !kept.has(name))
      .map(({ tenant, name, stackId }) =>
        remove(imported, [tenant.account, tenant.region, name, stackId]),
      ),
    ...after.map((each) => put(imported, each)),
  ];
}
