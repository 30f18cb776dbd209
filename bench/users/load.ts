import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { systemClock } from "../../src/foundation/clock.ts";
import { createLog } from "../../src/foundation/log.ts";
import { openSqlite } from "../../src/storage/sqlite/index.ts";
import { createPoolStore } from "../../src/user-pools/pool-store.ts";
import { createUserStore } from "../../src/user-pools/user-store.ts";

const atOnce = 512;

/** The address of one of the users that `loadUsers` makes. */
export function emailOf(number: number): string {
  return `filler-${number}@example.com`;
}

/** Puts users into a pool through the records port. The server must not run meanwhile. */
export async function loadUsers(dataDir: string, poolId: string, count: number): Promise<void> {
  const file = join(dataDir, "gatepool.db");
  const records = await openSqlite({ file, clock: systemClock, log: createLog("warn") });
  const stored = await createPoolStore(records).byId(poolId);
  if (!stored) throw new Error(`there is no pool ${poolId} in ${file}`);
  const users = createUserStore(records);
  const now = systemClock.now();
  const create = (number: number) => {
    const name = `filler-${number}`;
    const times = { createdAt: now, modifiedAt: now };
    const attributes = { email: emailOf(number), email_verified: "true" };
    const state = { status: "CONFIRMED", enabled: true, foldsCase: false } as const;
    const names = { poolId, name, username: name, sub: randomUUID() };
    return users.create(stored.value, { ...names, ...state, ...times, attributes });
  };
  for (let first = 0; first < count; first += atOnce) {
    const size = Math.min(atOnce, count - first);
    await Promise.all(Array.from({ length: size }, (_, index) => create(first + index)));
    if (first % (atOnce * 200) === 0) console.log(`${first} of ${count} users`);
  }
  await records.close();
}
