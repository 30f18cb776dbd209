import { createWriteStream } from "node:fs";
import { chmod, mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";

/** Lambda's limit on code as it lies unpacked, in bytes; it bounds every kind of zip bomb. */
export const unpackedBytesMax = 262_144_000;
const entriesMax = 50_000;

/** Code that cannot be run; the message is what AWS tells the client. */
export class BadCode extends Error {
  override readonly name = "BadCode";
}

/**
 * Unpacks a function's code into a folder that exists and is empty, and makes it read-only.
 * @throws BadCode when it is no zip file, is too large, or would write outside of the folder.
 */
export async function unpackZip(zip: Buffer, folder: string): Promise<void> {
  const file = await openZip(zip);
  try {
    await unpackEntries(file, folder);
  } catch (error) {
    if (error instanceof BadCode || isSystemError(error)) throw error;
    throw unreadable(error);
  } finally {
    file.close();
  }
  await protect(folder);
}

/**
 * What a zip file takes on the disk, by what it declares.
 * @throws BadCode when it is no zip file.
 */
export async function unpackedBytes(zip: Buffer): Promise<number> {
  const file = await openZip(zip);
  let bytes = 0;
  try {
    for await (const entry of file.eachEntry()) bytes += entry.uncompressedSize;
    return bytes;
  } catch (error) {
    throw unreadable(error);
  } finally {
    file.close();
  }
}

async function openZip(zip: Buffer): Promise<ZipFile> {
  try {
    // Names are checked by the library: absolute ones, `..` and backslashes are errors.
    const options = { lazyEntries: true, strictFileNames: true, autoClose: false };
    return await fromBufferPromise(zip, options);
  } catch (error) {
    throw unreadable(error);
  }
}

async function unpackEntries(file: ZipFile, folder: string): Promise<void> {
  if (file.entryCount === 0) throw new BadCode("Uploaded file must be a non-empty zip");
  if (file.entryCount > entriesMax) {
    throw new BadCode(`The zip file has ${file.entryCount} entries, at most ${entriesMax}`);
  }
  const entries: Entry[] = [];
  let bytes = 0;
  for await (const entry of file.eachEntry()) {
    bytes += entry.uncompressedSize;
    if (bytes > unpackedBytesMax) {
      throw new BadCode(`Unzipped size must be smaller than ${unpackedBytesMax} bytes`);
    }
    entries.push(entry);
  }
  for (const entry of entries) await unpackEntry(file, entry, folder);
}

async function unpackEntry(file: ZipFile, entry: Entry, folder: string): Promise<void> {
  const path = join(folder, entry.fileName);
  const mode = entry.externalFileAttributes >>> 16;
  const kind = mode & 0o170000;
  if (entry.fileName.endsWith("/")) {
    await mkdir(path, { recursive: true });
    return;
  }
  if (kind !== 0 && kind !== 0o100000) {
    throw new BadCode(`${entry.fileName} is neither a file nor a folder: links are not supported`);
  }
  await mkdir(dirname(path), { recursive: true });
  // The library refuses an entry that unpacks to another size than it declares.
  const content = await file.openReadStreamPromise(entry);
  const executable = (mode & 0o111) !== 0;
  const target = createWriteStream(path, { flags: "wx", mode: executable ? 0o755 : 0o644 });
  await pipeline(content, checksum(entry), target);
  await chmod(path, executable ? 0o555 : 0o444);
}

/** Passes bytes on, and fails at the end when they are not those that were packed. */
function checksum(entry: Entry): Transform {
  let sum = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush: (done) => done(sum === entry.crc32 ? null : new Error("checksum differs")),
  });
}

async function protect(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) await chmod(join(entry.parentPath, entry.name), 0o555);
  }
  await chmod(folder, 0o555);
}

function unreadable(cause: unknown): BadCode {
  const message =
    "Could not unzip uploaded file. Please check your file, then try to upload again.";
  return new BadCode(message, { cause });
}

/** The disk is full, a path is too long: not what the zip file says, but where it goes. */
function isSystemError(error: unknown): boolean {
  const notOfTheFile = ["ENOSPC", "EACCES", "EPERM", "EROFS", "EMFILE", "ENFILE", "EDQUOT", "EIO"];
  return error instanceof Error && "code" in error && notOfTheFile.includes(String(error.code));
}
