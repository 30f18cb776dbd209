import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Tenant } from "../foundation/arn.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Log } from "../foundation/log.ts";

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

export interface LogLimits {
  /** A group's file is closed when it has this many bytes, and another one begun. */
  readonly fileBytes: number;
  /** A group keeps this many files: the oldest goes first. */
  readonly files: number;
  /** What may wait for the disk, in bytes over all groups; more is dropped, and said so. */
  readonly pendingBytes: number;
}

const defaultLimits: LogLimits = {
  fileBytes: 4 * 1024 * 1024,
  files: 4,
  pendingBytes: 16 * 1024 * 1024,
};

interface Pending {
  readonly group: LogGroup;
  lines: string[];
  bytes: number;
  dropped: number;
}

const flushAfterMs = 50;
/** File systems take 255 bytes. */
const nameLengthMax = 240;

/**
 * Keeps what functions write in the data folder: a folder per group, with numbered files of one
 * event a line. Bounded in all directions, and never in the way of who writes: events are
 * gathered and written soon after.
 */
export class LogStore {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #limits: LogLimits;
  readonly #pending = new Map<string, Pending>();
  #pendingBytes = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(folder: string, clock: Clock, log: Log, limits: LogLimits = defaultLimits) {
    this.#folder = folder;
    this.#clock = clock;
    this.#log = log;
    this.#limits = limits;
  }

  /** Takes messages in the order in which they came. Never waits, never throws. */
  append(group: LogGroup, stream: string, messages: readonly string[]): void {
    const folder = this.#folderOf(group);
    const pending = this.#pending.get(folder) ?? { group, lines: [], bytes: 0, dropped: 0 };
    this.#pending.set(folder, pending);
    const at = this.#clock.now();
    for (const message of messages) {
      const size = message.length + stream.length;
      if (this.#pendingBytes + size > this.#limits.pendingBytes) {
        pending.dropped += 1;
        continue;
      }
      pending.lines.push(lineOf({ at, stream, message }));
      pending.bytes += size;
      this.#pendingBytes += size;
    }
    this.#timer ??= setTimeout(() => this.flush(), flushAfterMs).unref();
  }

  /** The last events of a group, oldest first; of one stream, when it is given. */
  async tail(group: LogGroup, limit: number, stream?: string): Promise<LogEvent[]> {
    await this.flush();
    const folder = this.#folderOf(group);
    let events: LogEvent[] = [];
    for (const file of (await filesOf(folder)).reverse()) {
      const found = parse(await readFile(join(folder, file), "utf8"));
      events = [...found.filter((event) => !stream || event.stream === stream), ...events];
      if (events.length >= limit) break;
    }
    return events.slice(-limit);
  }

  /** Forgets all events of a group. */
  async remove(group: LogGroup): Promise<void> {
    await this.flush();
    await rm(this.#folderOf(group), { recursive: true, force: true });
  }

  /** Writes what waits; resolves when it has been handed to the operating system. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#writeAll());
    return this.#writing;
  }

  async close(): Promise<void> {
    await this.flush();
  }

  async #writeAll(): Promise<void> {
    const batches = [...this.#pending];
    this.#pending.clear();
    for (const [folder, pending] of batches) {
      this.#pendingBytes -= pending.bytes;
      try {
        await this.#write(folder, pending);
      } catch (error) {
        const { tenant, name } = pending.group;
        this.#log.error({ error, tenant, group: name }, "a function's log could not be written");
      }
    }
  }

  async #write(folder: string, { lines, dropped }: Pending): Promise<void> {
    if (dropped > 0) {
      const message = `[${dropped} log events dropped: they came faster than the disk takes them]`;
      lines.push(lineOf({ at: this.#clock.now(), stream: "gatepool", message }));
    }
    const path = join(folder, await this.#fileFor(folder));
    const file = await open(path, "a", 0o600);
    try {
      // An end of line first: the one before may have been cut short when the machine stopped.
      await file.write(`\n${lines.join("")}`);
    } finally {
      await file.close();
    }
  }

  /** The file to write to: a new one when the last is full, and then the oldest goes. */
  async #fileFor(folder: string): Promise<string> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const files = await filesOf(folder);
    const last = files.at(-1);
    if (last && (await stat(join(folder, last))).size < this.#limits.fileBytes) return last;
    for (const old of files.slice(0, Math.max(0, files.length - this.#limits.files + 1))) {
      await rm(join(folder, old), { force: true });
    }
    return `${String(Number.parseInt(last ?? "0", 10) + 1).padStart(8, "0")}.ndjson`;
  }

  #folderOf({ tenant, name }: LogGroup): string {
    return join(this.#folder, safe(tenant.account), safe(tenant.region), safe(name));
  }
}

/** A name of one file, whatever characters are in it, and however many. */
function safe(name: string): string {
  const encoded = encodeURIComponent(name).replaceAll(".", "%2E");
  if (encoded.length <= nameLengthMax) return encoded;
  const digest = createHash("sha256").update(name).digest("hex");
  return `${encoded.slice(0, nameLengthMax - digest.length)}${digest}`;
}

function lineOf({ at, stream, message }: LogEvent): string {
  return `${JSON.stringify([at, stream, message])}\n`;
}

function parse(text: string): LogEvent[] {
  return text.split("\n").flatMap((line) => {
    const event = parseLine(line);
    return event ? [event] : [];
  });
}

/** A line may be cut short: the machine may have stopped in the middle of it. */
function parseLine(line: string): LogEvent | undefined {
  if (!line.endsWith("]")) return undefined;
  try {
    const [at, stream, message]: [number, string, string] = JSON.parse(line);
    return { at, stream, message };
  } catch {
    return undefined;
  }
}

async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => /^\d+\.ndjson$/.test(name)).sort();
}
