import { open, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Tenant } from "../foundation/arn.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Log } from "../foundation/log.ts";
import {
  addStream,
  createGroup,
  type GroupSettings,
  listGroups,
  readCreatedStreams,
  readGroup,
  writeGroup,
} from "./group-files.ts";
import {
  bytesOf,
  filesOf,
  groupFolder,
  type KeptEvent,
  type LogEvent,
  type LogGroup,
  lineOf,
  readEvents,
  type TimeRange,
  tenantFolder,
} from "./log-files.ts";
import { type StreamSummary, summariesOf } from "./streams.ts";

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
const dayMs = 86_400_000;

/**
 * Keeps what functions and stages write in the data folder: a folder per group, with numbered files
 * of one event a line. Bounded in all directions, and never in the way of who writes: events are
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
  #writing: Promise<unknown> = Promise.resolve();

  constructor(folder: string, clock: Clock, log: Log, limits: LogLimits = defaultLimits) {
    this.#folder = folder;
    this.#clock = clock;
    this.#log = log;
    this.#limits = limits;
  }

  /** Takes messages in the order in which they came. Never waits, never throws. */
  append(group: LogGroup, stream: string, messages: readonly string[]): void {
    const at = this.#clock.now();
    this.#take(
      group,
      messages.map((message) => ({ at, stream, message })),
    );
  }

  /** Takes all events of a client, or none when too much waits for the disk: then it is false. */
  async put(group: LogGroup, events: readonly LogEvent[]): Promise<boolean> {
    const bytes = events.reduce((sum, event) => sum + sizeOf(event), 0);
    if (this.#pendingBytes + bytes > this.#limits.pendingBytes) return false;
    this.#take(group, events);
    await this.flush();
    return true;
  }

  /** The last events of a group, oldest first; of one stream, when it is given. */
  async tail(group: LogGroup, limit: number, stream?: string): Promise<LogEvent[]> {
    await this.flush();
    const events = await readEvents(this.#folderOf(group));
    const found = events.filter((event) => !stream || event.stream === stream);
    return found.slice(-limit).map(({ at, stream, message }) => ({ at, stream, message }));
  }

  /** Events by their time, without those that are older than the group keeps them. */
  async read(group: LogGroup, { from, to }: TimeRange): Promise<KeptEvent[]> {
    await this.flush();
    const { retentionInDays } = (await this.find(group)) ?? {};
    const kept = retentionInDays === undefined ? 0 : this.#clock.now() - retentionInDays * dayMs;
    return readEvents(this.#folderOf(group), { from: Math.max(from, kept), to });
  }

  /** @returns false when there is such a group already */
  create(group: LogGroup, tags: GroupSettings["tags"] = {}): Promise<boolean> {
    const settings = { name: group.name, createdAt: this.#clock.now(), tags };
    return this.#inTurn(() => createGroup(this.#folderOf(group), settings));
  }

  /** Undefined when there is no such group. */
  async find(group: LogGroup): Promise<GroupSettings | undefined> {
    await this.flush();
    return readGroup(this.#folderOf(group));
  }

  /** The groups of a tenant, by their names. */
  async list(tenant: Tenant): Promise<GroupSettings[]> {
    await this.flush();
    return listGroups(tenantFolder(this.#folder, tenant));
  }

  storedBytes(group: LogGroup): Promise<number> {
    return bytesOf(this.#folderOf(group));
  }

  /** @returns false when there is no such group */
  change(group: LogGroup, change: (settings: GroupSettings) => GroupSettings): Promise<boolean> {
    return this.#inTurn(async () => {
      const folder = this.#folderOf(group);
      const settings = await readGroup(folder);
      if (settings) await writeGroup(folder, change(settings));
      return settings !== undefined;
    });
  }

  /** What is known of a group's streams, by their names. */
  async streams(group: LogGroup): Promise<StreamSummary[]> {
    const events = await this.read(group, { from: 0, to: Number.POSITIVE_INFINITY });
    return summariesOf(await readCreatedStreams(this.#folderOf(group)), events);
  }

  /** Whether a stream was made or written to. Those that clients made are found sooner. */
  async hasStream(group: LogGroup, name: string): Promise<boolean> {
    const created = await readCreatedStreams(this.#folderOf(group));
    if (created.some((stream) => stream.name === name)) return true;
    return (await this.streams(group)).some((stream) => stream.name === name);
  }

  async createStream(group: LogGroup, name: string): Promise<void> {
    const createdAt = this.#clock.now();
    await this.#inTurn(() => addStream(this.#folderOf(group), { name, createdAt }));
  }

  /** Forgets a group and all its events. */
  async remove(group: LogGroup): Promise<void> {
    await this.#inTurn(() => rm(this.#folderOf(group), { recursive: true, force: true }));
  }

  /** Writes what waits; resolves when it has been handed to the operating system. */
  async flush(): Promise<void> {
    await this.#inTurn(async () => {});
  }

  async close(): Promise<void> {
    await this.flush();
  }

  /** After what has been asked before, and after what has been appended before. */
  #inTurn<Answer>(change: () => Promise<Answer>): Promise<Answer> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const turn = this.#writing.then(() => this.#writeAll()).then(change);
    this.#writing = turn.catch(() => {});
    return turn;
  }

  #take(group: LogGroup, events: readonly LogEvent[]): void {
    const folder = this.#folderOf(group);
    const pending = this.#pending.get(folder) ?? { group, lines: [], bytes: 0, dropped: 0 };
    this.#pending.set(folder, pending);
    this.#timer ??= setTimeout(() => this.flush(), flushAfterMs).unref();
    const now = this.#clock.now();
    for (const event of events) {
      const size = sizeOf(event);
      if (this.#pendingBytes + size > this.#limits.pendingBytes) {
        pending.dropped += 1;
        continue;
      }
      pending.lines.push(lineOf(event, now));
      pending.bytes += size;
      this.#pendingBytes += size;
    }
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
        this.#log.error({ error, tenant, group: name }, "a log could not be written");
      }
    }
  }

  async #write(folder: string, { group, lines, dropped }: Pending): Promise<void> {
    const at = this.#clock.now();
    if (dropped > 0) {
      const message = `[${dropped} log events dropped: they came faster than the disk takes them]`;
      lines.push(lineOf({ at, stream: "gatepool", message }, at));
    }
    // Functions do not create their groups: what they print does.
    await createGroup(folder, { name: group.name, createdAt: at });
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
    const files = await filesOf(folder);
    const last = files.at(-1);
    if (last && (await stat(join(folder, last))).size < this.#limits.fileBytes) return last;
    for (const old of files.slice(0, Math.max(0, files.length - this.#limits.files + 1))) {
      await rm(join(folder, old), { force: true });
    }
    return `${String(Number.parseInt(last ?? "0", 10) + 1).padStart(8, "0")}.ndjson`;
  }

  #folderOf(group: LogGroup): string {
    return groupFolder(this.#folder, group);
  }
}

function sizeOf({ message, stream }: LogEvent): number {
  return message.length + stream.length;
}
