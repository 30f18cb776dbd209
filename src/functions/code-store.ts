import type { Collection } from "../storage/records.ts";
import { put, type Records, remove, type Write } from "../storage/records.ts";
import type { CodeReference } from "./domain/record.ts";

/** A piece of a zip file. */
interface Chunk {
  readonly codeId: string;
  readonly index: number;
  /** Base64. */
  readonly bytes: string;
}

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

/** The zip file; undefined when it has been replaced or removed meanwhile. */
export async function readChunks(
  records: Records,
  { id, chunks: count }: CodeReference,
): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  for (let index = 0; index < count; index++) {
    const stored = await records.get(chunks, chunkKey(id, index));
    if (!stored) return undefined;
    parts.push(Buffer.from(stored.value.bytes, "base64"));
  }
  return Buffer.concat(parts);
}

/** Before the record that refers to them: a crash in between leaves only unused pieces. */
export async function writeChunks(records: Records, codeId: string, zip: Buffer): Promise<void> {
  const count = chunkCount(zip.length);
  for (let first = 0; first < count; first += chunksPerBatch) {
    const batch: Write[] = [];
    for (let index = first; index < Math.min(first + chunksPerBatch, count); index++) {
      const bytes = zip.subarray(index * chunkBytes, (index + 1) * chunkBytes);
      batch.push(put(chunks, { codeId, index, bytes: bytes.toString("base64") }));
    }
    await records.commit(batch);
  }
}

/** Removes the pieces, together with what referred to them. */
export function removedChunks({ id, chunks: count }: CodeReference): Write[] {
  return Array.from({ length: count }, (_, index) => remove(chunks, chunkKey(id, index)));
}
