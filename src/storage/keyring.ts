import { type Clock, systemClock } from "../foundation/clock.ts";
import type { Random } from "../foundation/random.ts";
import { type MasterKey, MasterKeyError } from "./master-key.ts";
import { type Collection, ConditionFailed, put, type Records, type Stored } from "./records.ts";
import { SealBroken, type SealingKey, seal, sealingKeyId, unseal } from "./seal.ts";

export { type MasterKey, MasterKeyError, readOrCreateMasterKey } from "./master-key.ts";
export { SealBroken } from "./seal.ts";

/** Seals secrets at rest: AES-256-GCM under a data key, which a master key seals in turn. */
export interface Keyring {
  /**
   * @param context what the secret belongs to, such as `user-pools/users/POOL/SUB/verifier`;
   *   it opens in this place only, so that no sealed value can be moved to another record.
   */
  seal(plain: Uint8Array | string, context: string): string;
  /** @throws SealBroken when the value was altered, moved, or sealed under an unknown key. */
  open(sealed: string, context: string): Buffer;
}

/** A keyring, and what its operators do with it. */
export interface ManagedKeyring extends Keyring {
  /**
   * Seals the data keys under another master key. What they sealed stays as it is. Nodes that run
   * go on with the data keys they know, and need the new master key at their next start.
   */
  rotate(next: MasterKey): Promise<void>;
  /** Makes a new data key, used for sealing once every node has had time to learn of it. */
  addDataKey(): Promise<void>;
  /** Learns data keys that other nodes made. Runs by itself every minute. */
  refresh(): Promise<void>;
  close(): void;
}

export interface KeyringOptions {
  readonly records: Records;
  readonly masterKey: MasterKey;
  readonly random: Random;
  readonly clock?: Clock;
}

/**
 * Opens the data keys that are kept as records, and makes the first one. Nodes that start at once
 * agree on it.
 * @throws MasterKeyError when the master key is not the one that sealed them.
 */
export async function openKeyring(options: KeyringOptions): Promise<ManagedKeyring> {
  const { records, random, clock = systemClock } = options;
  let masterKey = options.masterKey;
  let keys: readonly OpenDataKey[] = [];

  async function refresh() {
    keys = (await listDataKeys(records)).map(({ value }) => openDataKey(value, masterKey));
  }

  async function writeDataKey(number: number, usedFrom: number) {
    const key = { id: String(number), secret: random.bytes(32) };
    const sealed = seal(masterKey, key.secret, dataKeyContext(key.id), random);
    const value = { number, usedFrom, masterKeyId: masterKey.id, sealed };
    await records.commit([put(dataKeys, value, { condition: "absent" })]);
  }

  async function begin() {
    masterKey = await masterKey.keep();
    try {
      await writeDataKey(1, 0);
    } catch (error) {
      // Another node was faster: its key is everybody's.
      if (!(error instanceof ConditionFailed)) throw error;
    }
    await refresh();
  }

  await refresh();
  if (keys.length === 0) await begin();
  // A round that fails leaves the keys as they are; the next one tries again.
  const timer = setInterval(() => refresh().catch(() => {}), refreshMs).unref();

  return {
    seal: (plain, context) => seal(sealingKey(keys, clock.now()), plain, context, random),
    open(sealed, context) {
      const id = sealingKeyId(sealed);
      const key = keys.find((each) => each.id === id);
      if (key === undefined) throw new SealBroken(`${context}: sealed under an unknown key`);
      return unseal(key, sealed, context);
    },
    async rotate(next) {
      const standing = await listDataKeys(records);
      await records.commit(standing.map((each) => resealed(each, masterKey, next, random)));
      masterKey = next;
    },
    async addDataKey() {
      await refresh();
      await writeDataKey(keys.length + 1, clock.now() + spreadMs);
      await refresh();
    },
    refresh,
    close: () => clearInterval(timer),
  };
}

interface DataKey {
  /** Counts from 1; also its id. */
  readonly number: number;
  /** Milliseconds since the epoch, from when on it seals. It opens at once. */
  readonly usedFrom: number;
  readonly masterKeyId: string;
  /** Its secret, under the master key. */
  readonly sealed: string;
}

interface OpenDataKey extends SealingKey {
  readonly usedFrom: number;
}

const dataKeys: Collection<DataKey> = {
  name: "storage/data-keys",
  key: ({ number }) => [String(number).padStart(6, "0")],
};

const refreshMs = 60_000;
/** How long a new data key waits: long enough for every node to have refreshed. */
const spreadMs = 10 * refreshMs;

async function listDataKeys(records: Records): Promise<readonly Stored<DataKey>[]> {
  return (await records.list(dataKeys, { prefix: [], limit: 1000 })).items;
}

/** The newest key in use. The first is in use from the beginning of time. */
function sealingKey(keys: readonly OpenDataKey[], now: number): OpenDataKey {
  const key = keys.findLast(({ usedFrom }) => usedFrom <= now);
  if (key === undefined) throw new Error("the keyring holds no data key");
  return key;
}

function openDataKey(key: DataKey, masterKey: MasterKey): OpenDataKey {
  const id = String(key.number);
  if (key.masterKeyId !== masterKey.id) throw wrongMasterKey(key, masterKey);
  return { id, secret: openSecret(id, key.sealed, masterKey), usedFrom: key.usedFrom };
}

function openSecret(id: string, sealed: string, masterKey: MasterKey): Buffer {
  try {
    return unseal(masterKey, sealed, dataKeyContext(id));
  } catch (cause) {
    throw new MasterKeyError(
      `The record of data key ${id} was altered: ${masterKey.source} does not open it. Restore ` +
        "the database from a backup.",
      { cause },
    );
  }
}

function wrongMasterKey({ masterKeyId }: DataKey, masterKey: MasterKey): MasterKeyError {
  const given = masterKey.isNew
    ? `there is no master key at ${masterKey.source}`
    : `${masterKey.source} holds master key ${masterKey.id}`;
  return new MasterKeyError(
    `The records are sealed under master key ${masterKeyId}, but ${given}. Put that key back, ` +
      "from a backup or from the node that made it. Without it the secrets in this database " +
      "cannot be opened; to begin anew, use an empty data folder or an empty database.",
  );
}

function resealed(stored: Stored<DataKey>, from: MasterKey, to: MasterKey, random: Random) {
  const { value, version } = stored;
  const { secret, id } = openDataKey(value, from);
  const sealed = seal(to, secret, dataKeyContext(id), random);
  const next = { ...value, masterKeyId: to.id, sealed };
  return put(dataKeys, next, { condition: { version } });
}

function dataKeyContext(id: string): string {
  return `${dataKeys.name}/${id}`;
}
