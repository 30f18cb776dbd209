import type { ContentReference } from "../domain/stored-object.ts";

/** Where the bytes of objects are kept: in files of this node, or in records for all nodes. */
export interface Contents {
  /** Keeps bytes under a new id, durably. Nothing of them stays when it rejects. */
  write(id: string, source: AsyncIterable<Buffer>): Promise<void>;
  /** Bytes from `start` on and before `end`. */
  read(content: ContentReference, start: number, end: number): AsyncIterable<Buffer>;
  /** Does nothing when there are none of this id. */
  remove(id: string): Promise<void>;
}

/** Part of the bytes of an object, which lie in several pieces. */
export async function* readContents(
  contents: Contents,
  pieces: readonly ContentReference[],
  start: number,
  end: number,
): AsyncGenerator<Buffer> {
  let offset = 0;
  for (const piece of pieces) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, piece.size);
    if (from < to) yield* contents.read(piece, from, to);
    offset += piece.size;
  }
}
