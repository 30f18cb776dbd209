import type { Tenant } from "../foundation/arn.ts";
import type { Keyring } from "../storage/keyring.ts";
import {
  type Collection,
  ConditionFailed,
  type Page,
  put,
  type Records,
  remove,
  type Stored,
  type Write,
} from "../storage/records.ts";
import type { CodeReference, FunctionRecord } from "./domain/record.ts";

/** A function as it was read: `version` guards its next write. */
export type StoredRecord = Stored<FunctionRecord>;

/** A record as it lies in the database: variables often hold secrets, so they are sealed. */
interface StoredFunction extends Omit<FunctionRecord, "variables"> {
  readonly variables: string;
}

/** A piece of a zip file. */
interface Chunk {
  readonly codeId: string;
  readonly index: number;
  /** Base64. */
  readonly bytes: string;
}

const functions: Collection<StoredFunction> = {
  name: "functions/functions",
  key: ({ tenant, name }) => [tenant.account, tenant.region, name],
};

const chunks: Collection<Chunk> = {
  name: "functions/code",
  key: ({ codeId, index }) => chunkKey(codeId, index),
};

const chunkBytes = 512 * 1024;
const chunksPerBatch = 8;

function chunkKey(codeId: string, index: number) {
  return [codeId, String(index).padStart(4, "0")];
}

/** In how many pieces a zip file of this size is kept. */
export function chunkCount(bytes: number): number {
  return Math.ceil(bytes / chunkBytes);
}

/**
 * Functions and their code. The code is kept in the database too, so that each node can run each
 * function and nothing depends on one node's disk.
 */
export class FunctionStore {
  readonly #records: Records;
  readonly #keyring: Keyring;

  constructor(records: Records, keyring: Keyring) {
    this.#records = records;
    this.#keyring = keyring;
  }

  async get(tenant: Tenant, name: string): Promise<StoredRecord | undefined> {
    const key = [tenant.account, tenant.region, name];
    const stored = await this.#records.get(functions, key);
    return stored && this.#unseal(stored);
  }

  /** In order of their names. */
  async list(tenant: Tenant, limit: number, after?: string): Promise<Page<FunctionRecord>> {
    const options = { prefix: [tenant.account, tenant.region], limit };
    const page = await this.#records.list(
      functions,
      after === undefined ? options : { ...options, after },
    );
    const items = page.items.map((stored) => this.#unseal(stored));
    return page.next === undefined ? { items } : { items, next: page.next };
  }

  /** False when there is a function of this name already. */
  async create(record: FunctionRecord, zip: Buffer): Promise<boolean> {
    await this.#writeChunks(record.code.id, zip);
    const write = put(functions, this.#seal(record), { condition: "absent" });
    return this.#commitOrDrop([write], record.code);
  }

  /** Changes settings; false when somebody else changed the function since it was read. */
  update(record: FunctionRecord, { version }: StoredRecord): Promise<boolean> {
    return this.#commit([put(functions, this.#seal(record), { condition: { version } })]);
  }

  /** Changes the code; false as with `update`. */
  async updateCode(record: FunctionRecord, before: StoredRecord, zip: Buffer): Promise<boolean> {
    await this.#writeChunks(record.code.id, zip);
    const condition = { version: before.version };
    const write = put(functions, this.#seal(record), { condition });
    return this.#commitOrDrop([write, ...removals(before.value.code)], record.code);
  }

  /** False as with `update`. */
  remove({ value, version }: StoredRecord): Promise<boolean> {
    const key = [value.tenant.account, value.tenant.region, value.name];
    return this.#commit([remove(functions, key, { version }), ...removals(value.code)]);
  }

  /** The zip file; undefined when it has been replaced or removed meanwhile. */
  async readCode({ id, chunks: count }: CodeReference): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    for (let index = 0; index < count; index++) {
      const stored = await this.#records.get(chunks, chunkKey(id, index));
      if (!stored) return undefined;
      parts.push(Buffer.from(stored.value.bytes, "base64"));
    }
    return Buffer.concat(parts);
  }

  /** Before the record that refers to them: a crash in between leaves only unused pieces. */
  async #writeChunks(codeId: string, zip: Buffer): Promise<void> {
    const count = chunkCount(zip.length);
    for (let first = 0; first < count; first += chunksPerBatch) {
      const batch: Write[] = [];
      for (let index = first; index < Math.min(first + chunksPerBatch, count); index++) {
        const bytes = zip.subarray(index * chunkBytes, (index + 1) * chunkBytes);
        batch.push(put(chunks, { codeId, index, bytes: bytes.toString("base64") }));
      }
      await this.#records.commit(batch);
    }
  }

  async #commitOrDrop(batch: readonly Write[], code: CodeReference): Promise<boolean> {
    const isWritten = await this.#commit(batch);
    if (!isWritten) await this.#records.commit(removals(code));
    return isWritten;
  }

  async #commit(batch: readonly Write[]): Promise<boolean> {
    try {
      await this.#records.commit(batch);
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
  }

  #seal(record: FunctionRecord): StoredFunction {
    const variables = JSON.stringify(record.variables);
    return { ...record, variables: this.#keyring.seal(variables, contextOf(record)) };
  }

  #unseal({ value, version }: Stored<StoredFunction>): StoredRecord {
    const opened = this.#keyring.open(value.variables, contextOf(value)).toString();
    const variables: Record<string, string> = JSON.parse(opened);
    return { value: { ...value, variables }, version };
  }
}

function removals({ id, chunks: count }: CodeReference): Write[] {
  return Array.from({ length: count }, (_, index) => remove(chunks, chunkKey(id, index)));
}

function contextOf({ tenant, name }: Pick<FunctionRecord, "tenant" | "name">): string {
  return `functions/variables/${tenant.account}/${tenant.region}/${name}`;
}
