/** Bytes from `start` on and before `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The part that a Range header asks for. Undefined when it asks for the whole: S3 passes over what
 * it does not understand, and answers several ranges with the whole. Null when there is no such
 * part.
 */
export function readRange(header: string | undefined, size: number): ByteRange | undefined | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  if (!found) return undefined;
  const [, first = "", last = ""] = found;
  if (first === "" && last === "") return undefined;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? null : { start: size - length, end: size };
  }
  const start = Number(first);
  if (last !== "" && Number(last) < start) return undefined;
  if (start >= size) return null;
  return { start, end: last === "" ? size : Math.min(Number(last) + 1, size) };
}

/** The bytes of one part of an object that was uploaded in parts; null when it has no such part. */
export function partRange(number: number, sizes: readonly number[]): ByteRange | null {
  const size = sizes[number - 1];
  if (size === undefined) return null;
  const start = sizes.slice(0, number - 1).reduce((sum, each) => sum + each, 0);
  return { start, end: start + size };
}
