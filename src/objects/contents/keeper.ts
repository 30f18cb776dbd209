import type { Clock } from "../../foundation/clock.ts";
import type { Random } from "../../foundation/random.ts";
import type { ContentReference } from "../domain/stored-object.ts";
import type { Garbage, GarbageStore } from "../garbage-store.ts";
import { type Contents, readContents } from "./contents.ts";

interface Parts {
  readonly contents: Contents;
  readonly garbage: GarbageStore;
  readonly clock: Clock;
  readonly random: Random;
}

/** Keeps the bytes of objects, and removes those that nothing refers to. */
export class Keeper {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Keeps bytes until something claims them, or for an hour. Nothing of them stays when reading
   * the source fails.
   */
  async keep(source: AsyncIterable<Buffer>): Promise<ContentReference> {
    const { contents, garbage, clock, random } = this.#parts;
    const id = random.uuid().replaceAll("-", "");
    const counter = { size: 0 };
    await garbage.announce(id, clock.now());
    try {
      await contents.write(id, counted(source, counter));
    } catch (error) {
      await garbage.forget({ contentIds: [id] });
      throw error;
    }
    return { id, size: counter.size };
  }

  /** Removes bytes at once, unless something has claimed them. */
  drop({ id }: ContentReference): Promise<void> {
    return this.#remove({ contentIds: [id] });
  }

  read(pieces: readonly ContentReference[], start: number, end: number): AsyncIterable<Buffer> {
    return readContents(this.#parts.contents, pieces, start, end);
  }

  /** Removes all bytes that nothing refers to any more. */
  async collect(): Promise<void> {
    const { garbage, clock } = this.#parts;
    for await (const each of garbage.removable(clock.now())) await this.#remove(each);
  }

  async #remove(bytes: Pick<Garbage, "contentIds">): Promise<void> {
    if (!(await this.#parts.garbage.take(bytes))) return;
    for (const id of bytes.contentIds) await this.#parts.contents.remove(id);
    await this.#parts.garbage.forget(bytes);
  }
}

async function* counted(source: AsyncIterable<Buffer>, counter: { size: number }) {
  for await (const chunk of source) {
    counter.size += chunk.length;
    yield chunk;
  }
}
