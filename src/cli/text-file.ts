import { randomBytes } from "node:crypto";
import { mkdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** The text of a file; empty when there is none. */
export async function readOrEmpty(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return "";
    throw error;
  }
}

/**
 * Writes beside and renames: whoever reads meanwhile sees the old file or the new one, whole. A new
 * file is for its owner alone.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const target = await targetOf(file);
  const draft = `${target}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(draft, text, { mode: await modeOf(target), flag: "wx" });
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
}

/** A link, as those keep them who have their settings in a repository, stays a link. */
async function targetOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if (isCode(error, "ENOENT")) return file;
    throw error;
  }
}

async function modeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).mode & 0o777;
  } catch (error) {
    if (isCode(error, "ENOENT")) return 0o600;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
