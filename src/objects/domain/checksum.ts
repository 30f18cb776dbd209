import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { createCrc32c, createCrc64Nvme } from "./crc.ts";

/** The checksums that are computed; S3 has further ones, which are refused. */
export type ChecksumName = "CRC32" | "CRC32C" | "CRC64NVME" | "SHA1" | "SHA256" | "SHA512" | "MD5";

/** A checksum in the making. */
export interface RunningChecksum {
  update(bytes: Uint8Array): void;
  digest(): Buffer;
}

const makers: Readonly<Record<ChecksumName, () => RunningChecksum>> = {
  CRC32: createCrc32,
  CRC32C: createCrc32c,
  CRC64NVME: createCrc64Nvme,
  SHA1: () => createHash("sha1"),
  SHA256: () => createHash("sha256"),
  SHA512: () => createHash("sha512"),
  MD5: () => createHash("md5"),
};

export const checksumNames: readonly ChecksumName[] = [
  ...(["CRC32", "CRC32C", "CRC64NVME"] as const),
  ...(["SHA1", "SHA256", "SHA512", "MD5"] as const),
];

export function isChecksumName(name: string): name is ChecksumName {
  return Object.hasOwn(makers, name);
}

export function startChecksum(name: ChecksumName): RunningChecksum {
  return makers[name]();
}

/** The checksum of an upload in parts: that of its parts' checksums, and how many they are. */
export function compositeChecksum(name: ChecksumName, parts: readonly string[]): string {
  const running = startChecksum(name);
  for (const part of parts) running.update(Buffer.from(part, "base64"));
  return `${running.digest().toString("base64")}-${parts.length}`;
}

function createCrc32(): RunningChecksum {
  let value = 0;
  return {
    update(bytes) {
      value = crc32(bytes, value);
    },
    digest() {
      const buffer = Buffer.alloc(4);
      buffer.writeUInt32BE(value);
      return buffer;
    },
  };
}
