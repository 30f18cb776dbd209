import { type Collection, put, type Records, remove } from "../storage/records.ts";
import type { Contents } from "./contents/contents.ts";
import type { ContentReference } from "./domain/stored-object.ts";

/** A piece of an object's bytes. */
interface Chunk {
  readonly contentId: string;
  readonly index: number;
  /** Base64. */
  readonly bytes: string;
}

const chunks: Collection<Chunk> = {
  name: "objects/chunks",
  key: ({ contentId, index }) => chunkKey(contentId, index),
};

const chunkBytes = 1024 * 1024;

function chunkKey(contentId: string, index: number) {
  return [contentId, String(index).padStart(6, "0")];
}

/** Bytes in records, so that each node of a shared database can read them. */
export class ChunkStore implements Contents {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  async write(id: string, source: AsyncIterable<Buffer>): Promise<void> {
    let index = 0;
    try {
      for await (const piece of ofEqualSize(source)) {
        const chunk = { contentId: id, index, bytes: piece.toString("base64") };
        await this.#records.commit([put(chunks, chunk, { condition: "absent" })]);
        index += 1;
      }
    } catch (error) {
      await this.remove(id);
      throw error;
    }
  }

  async *read({ id }: ContentReference, start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; ) {
      const index = Math.floor(at / chunkBytes);
      const stored = await this.#records.get(chunks, chunkKey(id, index));
      if (!stored) throw new Error("The object was replaced or removed while it was read");
      const offset = index * chunkBytes;
      const piece = Buffer.from(stored.value.bytes, "base64");
      yield piece.subarray(at - offset, end - offset);
      at = offset + chunkBytes;
    }
  }

  async remove(id: string): Promise<void> {
    for (;;) {
      const { items, next } = await this.#records.list(chunks, { prefix: [id], limit: 8 });
      if (items.length === 0) return;
      await this.#records.commit(
        items.map(({ value }) => remove(chunks, chunkKey(id, value.index))),
      );
      if (next === undefined) return;
    }
  }
}

/** The same bytes in pieces of one size, but for the last. */
async function* ofEqualSize(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < chunkBytes) continue;
    let rest = Buffer.concat(waiting, size);
    for (; rest.length >= chunkBytes; rest = rest.subarray(chunkBytes)) {
      yield rest.subarray(0, chunkBytes);
    }
    waiting = [rest];
    size = rest.length;
  }
  if (size > 0) yield Buffer.concat(waiting, size);
}
