import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Tenant } from "../foundation/arn.ts";

/** A group of streams, as CloudWatch Logs has them. */
export interface LogGroup {
  readonly tenant: Tenant;
  /** `/aws/lambda/hello` */
  readonly name: string;
}

export interface LogEvent {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly stream: string;
  readonly message: string;
}

/** An event as it was read: where it lies tells apart those of one millisecond. */
export interface KeptEvent extends LogEvent {
  /** When it came, which may be later than when it happened; in ms. */
  readonly ingestedAt: number;
  readonly file: number;
  readonly line: number;
}

/** From, inclusive, to, exclusive, in milliseconds. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** File systems take 255 bytes. */
const nameLengthMax = 240;

/** Where the groups of a tenant lie. */
export function tenantFolder(root: string, { account, region }: Tenant): string {
  return join(root, safe(account), safe(region));
}

export function groupFolder(root: string, { tenant, name }: LogGroup): string {
  return join(tenantFolder(root, tenant), safe(name));
}

/** A name of one file, whatever characters are in it, and however many. */
function safe(name: string): string {
  const encoded = encodeURIComponent(name).replaceAll(".", "%2E");
  if (encoded.length <= nameLengthMax) return encoded;
  const digest = createHash("sha256").update(name).digest("hex");
  return `${encoded.slice(0, nameLengthMax - digest.length)}${digest}`;
}

/** A line of a file. It begins with the time, so that readers need not parse what they skip. */
export function lineOf({ at, stream, message }: LogEvent, ingestedAt: number): string {
  const event = [at, stream, message];
  return `${JSON.stringify(ingestedAt === at ? event : [...event, ingestedAt])}\n`;
}

/** The numbered files of a group, oldest first. */
export async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => /^\d+\.ndjson$/.test(name)).sort();
}

/** What a group's events take on the disk. */
export async function bytesOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const file of await filesOf(folder)) bytes += (await stat(join(folder, file))).size;
  return bytes;
}

/** All events of a group, by their time, and those of one time in the order in which they came. */
export async function readEvents(
  folder: string,
  range: TimeRange = { from: 0, to: Number.POSITIVE_INFINITY },
): Promise<KeptEvent[]> {
  const events: KeptEvent[] = [];
  for (const file of await filesOf(folder)) {
    const text = await readFile(join(folder, file), "utf8").catch(() => "");
    const number = Number.parseInt(file, 10);
    for (const [line, content] of text.split("\n").entries()) {
      if (!isWithin(content, range)) continue;
      const event = parseLine(content);
      if (event) events.push({ ...event, file: number, line });
    }
  }
  return events.sort((a, b) => a.at - b.at);
}

function isWithin(line: string, { from, to }: TimeRange): boolean {
  const at = Number.parseInt(line.slice(1, 20), 10);
  return at >= from && at < to;
}

/** A line may be cut short: the machine may have stopped in the middle of it. */
function parseLine(line: string): Omit<KeptEvent, "file" | "line"> | undefined {
  if (!line.endsWith("]")) return undefined;
  try {
    const [at, stream, message, ingestedAt = at]: [number, string, string, number?] =
      JSON.parse(line);
    return { at, stream, message, ingestedAt };
  } catch {
    return undefined;
  }
}
