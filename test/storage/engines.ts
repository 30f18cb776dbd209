import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../../src/foundation/clock.ts";
import { systemClock } from "../../src/foundation/clock.ts";
import { createLog } from "../../src/foundation/log.ts";
import { openPostgres } from "../../src/storage/postgres/index.ts";
import type { Collection } from "../../src/storage/records.ts";
import { openSqlite } from "../../src/storage/sqlite/index.ts";
import type { Engine } from "../../src/storage/sweep.ts";
import { temporaryFolder, temporaryPostgres } from "../fixtures/storage.ts";

/** A database that can be opened, closed and opened again. */
export interface Place {
  /** Path or URL. */
  readonly address: string;
  open(clock?: Clock): Promise<Engine>;
  remove(): Promise<void>;
}

/** What the contract is tried on: `describe.each(engines)("records in $name", ({ place }) => …)` */
export const engines = [
  { name: "sqlite", place: sqlitePlace },
  { name: "postgres", place: postgresPlace },
];

const log = createLog("silent");

export function openAt(engine: string, address: string, clock: Clock = systemClock) {
  if (engine === "sqlite") return openSqlite({ file: address, clock, log });
  return openPostgres({ url: address, clock, log });
}

export async function sqlitePlace(): Promise<Place> {
  const folder = await temporaryFolder();
  const address = join(folder, "gatepool.db");
  return {
    address,
    open: (clock) => openAt("sqlite", address, clock),
    remove: () => rm(folder, { recursive: true }),
  };
}

export async function postgresPlace(): Promise<Place> {
  const { url, close } = await temporaryPostgres();
  return { address: url, open: (clock) => openAt("postgres", url, clock), remove: close };
}

/** A clock that stands still until it is moved. */
export function standingClock(time = 1_000_000) {
  const clock = { time, now: () => clock.time };
  return clock;
}

/** What the tests keep. */
export interface Item {
  readonly id: string;
  readonly group?: string;
  readonly note?: unknown;
}

let collections = 0;

/** A collection that no other test has records in. */
export function newCollection(): Collection<Item> {
  collections += 1;
  return {
    name: `test/items-${collections}`,
    key: ({ id }) => [id],
    indexes: { "by-group": ({ group }) => (group === undefined ? undefined : [group]) },
  };
}
