import { constants, existsSync } from "node:fs";
import { type FileHandle, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * Removes a folder with all that is in it, also what nobody may write to. Never leaves the folder:
 * links in it are removed as links, since functions can make them point anywhere.
 */
export async function removeReadOnly(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await makeWritable(folder);
  await rm(folder, { recursive: true, force: true });
}

const folderItself = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/** By hand, because Node's recursive `readdir` follows links. */
async function makeWritable(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, folderItself);
    await handle.chmod(0o700);
  } finally {
    await handle?.close();
  }
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await makeWritable(join(folder, entry.name));
  }
}
