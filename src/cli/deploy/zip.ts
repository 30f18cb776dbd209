import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { Failure } from "../failure.ts";

/** As zip files can say it at the earliest. fflate reads it in local time. */
const mtime = new Date(1980, 0, 1);
/** Unix, so that the mode of a file is taken for one. */
const os = 3;

/**
 * A folder as a zip file, ignoring nothing and following links. The same files give the same bytes
 * on every machine: order, times and permissions do not depend on it.
 */
export async function zipFolder(folder: string): Promise<Uint8Array<ArrayBuffer>> {
  const files: Zippable = {};
  await collect(folder, "", files, []);
  return new Uint8Array(zipSync(files));
}

async function collect(
  folder: string,
  prefix: string,
  files: Zippable,
  above: readonly string[],
): Promise<void> {
  const real = await realpath(folder);
  if (above.includes(real)) throw new Failure(`${folder} is a link to a folder that it is in.`);
  const names = (await readdir(folder)).sort();
  if (names.length === 0 && prefix !== "") files[prefix] = [new Uint8Array(), options(0o40755)];
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path);
    if (found.isDirectory()) {
      await collect(path, `${prefix}${name}/`, files, [...above, real]);
    } else {
      const mode = found.mode & 0o111 ? 0o100755 : 0o100644;
      files[prefix + name] = [new Uint8Array(await readFile(path)), options(mode)];
    }
  }
}

function options(mode: number) {
  return { mtime, os, attrs: (mode << 16) >>> 0 };
}
