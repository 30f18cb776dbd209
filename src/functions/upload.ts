import { createHash } from "node:crypto";
import { Fault } from "../foundation/fault.ts";
import { BadCode, unpackedBytes, unpackedBytesMax } from "./code/zip.ts";
import { chunkCount } from "./code-store.ts";
import { type CodeOwner, type FunctionsContext, fault, type ObjectAddress } from "./contract.ts";
import type { CodeReference } from "./domain/record.ts";

interface CodeSource {
  readonly ZipFile?: Uint8Array | undefined;
  readonly S3Bucket?: string | undefined;
  readonly S3Key?: string | undefined;
  readonly S3ObjectVersion?: string | undefined;
  readonly ImageUri?: string | undefined;
}

/** Lambda's limit on a zip file that comes with the request itself. */
const zipBytesMax = 50 * 1024 * 1024;

/** The zip file of a request: sent with it, or kept as an object of S3. */
export async function zipOf(source: CodeSource, context: FunctionsContext): Promise<Buffer> {
  const { ZipFile, S3Bucket, S3Key, S3ObjectVersion, ImageUri } = source;
  if (ImageUri !== undefined) {
    throw refuse("Gatepool runs no container images: see docs/compatibility.md.");
  }
  if (S3Bucket !== undefined && S3Key !== undefined) {
    const version = S3ObjectVersion === undefined ? {} : { version: S3ObjectVersion };
    return readZip({ bucket: S3Bucket, key: S3Key, ...version }, context);
  }
  if (!ZipFile) throw refuse("Please provide a source for function code.");
  if (ZipFile.length === 0) throw refuse("Uploaded file must be a non-empty zip");
  if (ZipFile.length > zipBytesMax) {
    throw refuse(`The zip file must be smaller than ${zipBytesMax} bytes`);
  }
  return Buffer.from(ZipFile.buffer, ZipFile.byteOffset, ZipFile.length);
}

async function readZip(at: ObjectAddress, context: FunctionsContext): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of objectAt(at, context)) {
    size += piece.length;
    // What is larger than all that may be in it is no zip file worth reading.
    if (size > unpackedBytesMax) {
      throw refuse(`Unzipped size must be smaller than ${unpackedBytesMax} bytes`);
    }
    pieces.push(piece);
  }
  if (size === 0) throw refuse("Uploaded file must be a non-empty zip");
  return Buffer.concat(pieces);
}

async function* objectAt(at: ObjectAddress, { readObject }: FunctionsContext) {
  try {
    yield* await readObject(at);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, message } = error;
    const told = `S3 Error Code: ${code}. S3 Error Message: ${message}`;
    throw refuse(`Error occurred while GetObject. ${told}`, error);
  }
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
