import { appendFile, mkdir, open, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What is kept of a group besides its events. */
export interface GroupSettings {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Events that are older are not shown; all are when it is absent. */
  readonly retentionInDays?: number;
  readonly tags?: Readonly<Record<string, string>>;
}

/** A stream that a client made; those of functions are known by their events. */
export interface CreatedStream {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

const settingsFile = "group.json";
const streamsFile = "streams.txt";

/** @returns false when there is such a group already */
export async function createGroup(folder: string, settings: GroupSettings): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const file = await open(join(folder, settingsFile), "wx", 0o600);
    await file.writeFile(JSON.stringify(settings)).finally(() => file.close());
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Undefined when there is no such group. */
export async function readGroup(folder: string): Promise<GroupSettings | undefined> {
  const text = await readFile(join(folder, settingsFile), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const settings: GroupSettings = JSON.parse(text);
  return settings;
}

/** Readers see the old settings or the new ones, never half of them. */
export async function writeGroup(folder: string, settings: GroupSettings): Promise<void> {
  const written = join(folder, `${settingsFile}.new`);
  await writeFile(written, JSON.stringify(settings), { mode: 0o600 });
  await rename(written, join(folder, settingsFile));
}

/** The groups of a tenant, by their names. */
export async function listGroups(folder: string): Promise<GroupSettings[]> {
  const groups: GroupSettings[] = [];
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const group = await readGroup(join(folder, name));
    if (group) groups.push(group);
  }
  return groups.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function addStream(folder: string, stream: CreatedStream): Promise<void> {
  const line = `${JSON.stringify([stream.name, stream.createdAt])}\n`;
  await appendFile(join(folder, streamsFile), line, { mode: 0o600 });
}

export async function readCreatedStreams(folder: string): Promise<CreatedStream[]> {
  const text = await readFile(join(folder, streamsFile), "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => {
    if (!line.endsWith("]")) return [];
    const [name, createdAt]: [string, number] = JSON.parse(line);
    return [{ name, createdAt }];
  });
}
