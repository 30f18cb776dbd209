import { createHash } from "node:crypto";

/** A part as the client names it at the end of its upload. */
export interface NamedPart {
  readonly number: number;
  /** With or without its quotes. */
  readonly etag: string;
}

interface UploadedPart {
  readonly number: number;
  readonly size: number;
  readonly etag: string;
}

/** All parts but the last: 5 MiB. */
const partSizeMin = 5 * 1024 * 1024;

export type AssemblyProblem = "InvalidPart" | "InvalidPartOrder" | "EntityTooSmall";

/** The parts that a client names, in their order; or what is wrong with them. */
export function assemble<Part extends UploadedPart>(
  named: readonly NamedPart[],
  uploaded: readonly Part[],
): readonly Part[] | AssemblyProblem {
  const byNumber = new Map(uploaded.map((part) => [part.number, part]));
  const parts: Part[] = [];
  let before = 0;
  for (const { number, etag } of named) {
    if (number <= before) return "InvalidPartOrder";
    before = number;
    const part = byNumber.get(number);
    if (part === undefined || part.etag !== etag.replaceAll('"', "")) return "InvalidPart";
    parts.push(part);
  }
  const isTooSmall = parts.slice(0, -1).some(({ size }) => size < partSizeMin);
  return isTooSmall ? "EntityTooSmall" : parts;
}

/** The entity tag of an object that was uploaded in parts. */
export function assembledEtag(parts: readonly UploadedPart[]): string {
  const hash = createHash("md5");
  for (const { etag } of parts) hash.update(Buffer.from(etag, "hex"));
  return `${hash.digest("hex")}-${parts.length}`;
}
