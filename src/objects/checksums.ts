import { fault, invalidArgument } from "./contract.ts";
import { type ChecksumName, checksumNames, isChecksumName } from "./domain/checksum.ts";
import type { Checksums } from "./domain/stored-object.ts";

/** Members of inputs and outputs that carry checksums. */
export type ChecksumMembers = { readonly [Name in `Checksum${ChecksumName}`]?: string | undefined };

/** Algorithms that S3 has and this server has not. */
interface UnservedMembers {
  readonly ChecksumXXHASH64?: string | undefined;
  readonly ChecksumXXHASH3?: string | undefined;
  readonly ChecksumXXHASH128?: string | undefined;
}

export interface ChecksumInput extends ChecksumMembers, UnservedMembers {
  readonly ChecksumAlgorithm?: string | undefined;
}

/** The checksums that a client has sent ahead, by their names. */
export function sentChecksums(input: ChecksumMembers & UnservedMembers): Map<ChecksumName, string> {
  if (input.ChecksumXXHASH64 ?? input.ChecksumXXHASH3 ?? input.ChecksumXXHASH128) {
    throw unserved("XXHASH");
  }
  const sent = new Map<ChecksumName, string>();
  for (const name of checksumNames) {
    const value = input[`Checksum${name}`];
    if (value !== undefined) sent.set(name, value);
  }
  return sent;
}

/** The algorithm that a client names. */
export function checksumNamed(name: string | undefined): ChecksumName | undefined {
  if (name === undefined) return undefined;
  if (isChecksumName(name)) return name;
  throw unserved(name);
}

function unserved(name: string) {
  return invalidArgument(
    `Gatepool computes no ${name} checksums: see docs/compatibility.md.`,
    "x-amz-checksum-algorithm",
    name,
  );
}

/** A checksum that does not hold. */
export function badChecksum(name: ChecksumName) {
  return fault("BadDigest", `The ${name} you specified did not match the calculated checksum.`, {
    reason: {
      check: "checksum",
      expected: `the ${name} of what was received`,
      received: "another one",
      change: "Something changed the bytes on their way, or the checksum is of other bytes.",
    },
  });
}

/** Checksums as an answer says them. */
export function checksumMembers(checksums: Checksums | undefined): ChecksumMembers & {
  ChecksumType?: Checksums["type"];
} {
  if (checksums === undefined) return {};
  const entries = Object.entries(checksums.values).map(([name, value]) => [
    `Checksum${name}`,
    value,
  ]);
  return { ...Object.fromEntries(entries), ChecksumType: checksums.type };
}
