import { createHash } from "node:crypto";
import { BadCode, unpackedBytes } from "./code/zip.ts";
import { chunkCount } from "./code-store.ts";
import { type CodeOwner, type FunctionsContext, fault } from "./contract.ts";
import type { CodeReference } from "./domain/record.ts";

interface CodeSource {
  readonly ZipFile?: Uint8Array | undefined;
  readonly S3Bucket?: string | undefined;
  readonly ImageUri?: string | undefined;
}

/** Lambda's limit on a zip file that comes with the request itself. */
const zipBytesMax = 50 * 1024 * 1024;

/** The zip file of a request. */
export function zipOf({ ZipFile, S3Bucket, ImageUri }: CodeSource): Buffer {
  if (ImageUri !== undefined) {
    throw refuse("Gatepool runs no container images: see docs/compatibility.md.");
  }
  if (S3Bucket !== undefined) {
    throw refuse("Gatepool keeps no S3 objects yet: send the code as ZipFile.");
  }
  if (!ZipFile) throw refuse("Please provide a source for function code.");
  if (ZipFile.length === 0) throw refuse("Uploaded file must be a non-empty zip");
  if (ZipFile.length > zipBytesMax) {
    throw refuse(`The zip file must be smaller than ${zipBytesMax} bytes`);
  }
  return Buffer.from(ZipFile.buffer, ZipFile.byteOffset, ZipFile.length);
}

/** How the code of an upload is referred to. */
export function referenceTo(zip: Buffer, { random }: FunctionsContext): CodeReference {
  return {
    id: random.uuid(),
    size: zip.length,
    sha256: createHash("sha256").update(zip).digest("base64"),
    chunks: chunkCount(zip.length),
  };
}

/** What a zip file takes on the disk. */
export async function unpackedSize(zip: Buffer): Promise<number> {
  try {
    return await unpackedBytes(zip);
  } catch (error) {
    if (error instanceof BadCode) throw refuse(error.message, error);
    throw error;
  }
}

/** Proves that the code can be run from, by unpacking it where it will be needed. */
export async function unpack(
  owner: CodeOwner,
  zip: Buffer,
  context: FunctionsContext,
): Promise<void> {
  try {
    await context.unpack(owner, zip);
  } catch (error) {
    if (error instanceof BadCode) throw refuse(error.message, error);
    throw error;
  }
}

function refuse(message: string, cause?: unknown) {
  return fault("InvalidParameterValueException", message, { cause });
}
