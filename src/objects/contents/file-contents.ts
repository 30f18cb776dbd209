import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ContentReference } from "../domain/stored-object.ts";
import type { Contents } from "./contents.ts";

/**
 * Bytes in files of the data folder, under ids of the server's own making: nothing that a client
 * says becomes part of a path. A file is whole and durable before it has its name.
 */
export class FileContents implements Contents {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async write(id: string, source: AsyncIterable<Buffer>): Promise<void> {
    const path = this.#pathOf(id);
    const incoming = join(this.#folder, "incoming", id);
    await makeFolder(dirname(incoming));
    await makeFolder(dirname(path));
    try {
      await writeFile(incoming, source);
      await rename(incoming, path);
    } catch (error) {
      await rm(incoming, { force: true });
      throw error;
    }
    await syncFolder(dirname(path));
  }

  read({ id }: ContentReference, start: number, end: number): AsyncIterable<Buffer> {
    return createReadStream(this.#pathOf(id), { start, end: end - 1 });
  }

  async remove(id: string): Promise<void> {
    await rm(this.#pathOf(id), { force: true });
    await rm(join(this.#folder, "incoming", id), { force: true });
  }

  /** Not too many files in one folder. */
  #pathOf(id: string): string {
    return join(this.#folder, id.slice(0, 2), id);
  }
}

async function writeFile(path: string, source: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of source) await writeAll(file, chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    const { bytesWritten } = await file.write(chunk, written);
    written += bytesWritten;
  }
}

async function makeFolder(path: string): Promise<void> {
  const made = await mkdir(path, { recursive: true, mode: 0o700 });
  if (made !== undefined) await syncFolder(dirname(made));
}

/** A name is durable when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}
