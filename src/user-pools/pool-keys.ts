import type { KeyObject } from "node:crypto";
import type { Clock } from "../foundation/clock.ts";
import type { Random } from "../foundation/random.ts";
import type { KeySet } from "../tokens/key-set.ts";
import type { TokenSecret } from "../tokens/sealed-token.ts";
import {
  newSigningKey,
  openPublicKey,
  openSigningKey,
  type PublicSigningKey,
  type SigningKey,
} from "../tokens/signing-key.ts";
import type { Secrets } from "./contract.ts";
import {
  type KeptSigningKey,
  type KeyGeneration,
  type KeysRecord,
  keyContext,
} from "./domain/records.ts";
import type { PoolStore } from "./pool-store.ts";

/** The keys of a pool, ready for use. */
export interface OpenKeys {
  readonly idKey: SigningKey;
  readonly accessKey: SigningKey;
  /** Newest first: the first one seals, all of them open. */
  readonly tokenSecrets: readonly [TokenSecret, ...TokenSecret[]];
  /** All public keys, for checking the tokens of every generation. */
  readonly keySet: KeySet;
}

/** Makes, keeps, opens and rotates the keys of pools. */
export type PoolKeys = ReturnType<typeof createPoolKeys>;

interface PoolKeysDeps {
  readonly pools: PoolStore;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly random: Random;
}

/** Opened keys are kept for so many pools; opening them costs as much as a sign-in. */
const openPoolsMax = 500;
/** After so long a look at storage tells whether another node has rotated the keys. */
const lookAgainMs = 60_000;

export function createPoolKeys(deps: PoolKeysDeps) {
  const { pools, secrets, clock } = deps;
  const opened = new Map<string, Opened>();

  async function read(poolId: string, known: Opened | undefined): Promise<Opened> {
    const stored = await pools.keysOf(poolId);
    if (!stored) throw new Error(`user pool ${poolId} has no keys`);
    const readAt = clock.now();
    const newest = stored.value.generations[0]?.id;
    if (known && known.newest === newest) return { ...known, readAt };
    return { newest, readAt, keys: openKeys(stored.value, secrets, readAt) };
  }

  function remember(poolId: string, entry: Opened): OpenKeys {
    opened.delete(poolId);
    opened.set(poolId, entry);
    for (const oldest of opened.keys()) {
      if (opened.size <= openPoolsMax) break;
      opened.delete(oldest);
    }
    return entry.keys;
  }

  return {
    /** Makes the first keys of a pool, off the event loop. */
    make: async (poolId: string): Promise<KeysRecord> => ({
      poolId,
      generations: [await newGeneration(deps, poolId)],
    }),

    /** The keys that sign, seal and check the tokens of a pool that exists. */
    async of(poolId: string): Promise<OpenKeys> {
      const known = opened.get(poolId);
      const isFresh = known !== undefined && clock.now() - known.readAt < lookAgainMs;
      return remember(poolId, isFresh ? known : await read(poolId, known));
    },

    /** As `of`, for a token that the known keys do not open: another node may have newer ones. */
    async newestOf(poolId: string): Promise<OpenKeys> {
      return remember(poolId, await read(poolId, opened.get(poolId)));
    },

    /** Forgets the opened keys of a pool that is gone. */
    forget: (poolId: string): boolean => opened.delete(poolId),

    /** As they are published: ID key first, newest generation first. Undefined: no such pool. */
    async published(poolId: string): Promise<PublicSigningKey[] | undefined> {
      const stored = await pools.keysOf(poolId);
      return stored?.value.generations.flatMap(({ idKey, accessKey }) => [
        idKey.publicKey,
        accessKey.publicKey,
      ]);
    },

    /**
     * Makes new keys that sign from now on. The old ones stay, so that tokens stay good.
     * @returns false when another node did the same at this moment
     */
    async rotate(poolId: string): Promise<boolean> {
      const before = await pools.keysOf(poolId);
      if (!before) throw new Error(`user pool ${poolId} has no keys`);
      const generation = await newGeneration(deps, poolId);
      const generations = [generation, ...before.value.generations];
      const isMine = await pools.replaceKeys(before, { poolId, generations });
      opened.delete(poolId);
      return isMine;
    },
  };
}

interface Opened {
  /** The newest generation. It tells a rotation, and another pool that got the same id. */
  readonly newest: string | undefined;
  /** Milliseconds since the epoch. */
  readonly readAt: number;
  readonly keys: OpenKeys;
}

function openKeys(record: KeysRecord, secrets: Secrets, readAt: number): OpenKeys {
  const { poolId, generations } = record;
  const [newest, ...older] = generations;
  if (!newest) throw new Error(`user pool ${poolId} has no keys`);
  const open = ({ publicKey, sealedPrivateKey }: KeptSigningKey, use: string) => {
    const pkcs8 = secrets.open(sealedPrivateKey, keyContext(poolId, newest.id, use));
    return openSigningKey(publicKey.kid, pkcs8);
  };
  const secretOf = ({ id, sealedTokenSecret }: KeyGeneration): TokenSecret => ({
    id,
    key: secrets.open(sealedTokenSecret, keyContext(poolId, id, "token-secret")),
  });
  const keys = new Map<string, KeyObject>();
  for (const { idKey, accessKey } of generations) {
    for (const { publicKey } of [idKey, accessKey])
      keys.set(publicKey.kid, openPublicKey(publicKey));
  }
  return {
    idKey: open(newest.idKey, "id"),
    accessKey: open(newest.accessKey, "access"),
    tokenSecrets: [secretOf(newest), ...older.map(secretOf)],
    keySet: { keys, readAt },
  };
}

async function newGeneration(
  { secrets, clock, random }: PoolKeysDeps,
  poolId: string,
): Promise<KeyGeneration> {
  const id = random.uuid();
  const newKey = async (use: string): Promise<KeptSigningKey> => {
    const { publicKey, privateKey } = await newSigningKey(random);
    const sealedPrivateKey = secrets.seal(privateKey, keyContext(poolId, id, use));
    return { publicKey, sealedPrivateKey };
  };
  const [idKey, accessKey] = await Promise.all([newKey("id"), newKey("access")]);
  const secret = random.bytes(32);
  const sealedTokenSecret = secrets.seal(secret, keyContext(poolId, id, "token-secret"));
  return { id, createdAt: clock.now(), idKey, accessKey, sealedTokenSecret };
}
