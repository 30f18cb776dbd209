import type { Clock } from "../foundation/clock.ts";
import type { Log } from "../foundation/log.ts";
import {
  DiscoveryError,
  type DiscoveryProblem,
  discoverKeys,
  isCognitoAddress,
} from "./discovery.ts";
import { type KeySet, type LocalKeys, sameKeys } from "./key-set.ts";

/** Where keys are read from. */
export interface KeyReading {
  readonly localKeys: LocalKeys;
  readonly clock: Clock;
  readonly log: Log;
}

/** Why there are no keys to verify by. `storage` is a fault of this server, not of the token. */
export interface KeyFailure {
  readonly problem: DiscoveryProblem | "unknown-pool" | "storage";
  readonly detail: string;
}

interface Ages {
  /** From here on the keys are read again, while the old ones still serve. */
  readonly refreshMs: number;
  /** From here on they serve no longer. */
  readonly expiryMs: number;
  /** An unknown `kid`, or a failure, is reason to read again only after this long. */
  readonly pauseMs: number;
}

/** A pool here may have changed on another node, which this one learns by looking. */
const localAges: Ages = {
  refreshMs: 5_000,
  expiryMs: Number.POSITIVE_INFINITY,
  pauseMs: 1_000,
};

/** AWS keeps keys for two hours. */
const foreignAges: Ages = { refreshMs: 6_600_000, expiryMs: 7_200_000, pauseMs: 5_000 };

/** The keys of one issuer, kept in memory so that a request that finds them there never waits. */
export class KeySetSource {
  readonly issuer: string;
  /** What was wrong when the keys were last read; undefined when nothing was. */
  failure: KeyFailure | undefined;
  /** Whether the issuer is a pool on this server. */
  local = false;
  readonly #reading: KeyReading;
  #keys: KeySet | undefined;
  #readAt = Number.NEGATIVE_INFINITY;
  #triedAt = Number.NEGATIVE_INFINITY;
  #underWay: Promise<void> | undefined;
  #epoch = 0;

  constructor(issuer: string, reading: KeyReading) {
    this.issuer = issuer;
    this.#reading = reading;
  }

  /** The keys as they are now, without waiting; undefined when they must be read first. */
  at(now: number): KeySet | undefined {
    const age = now - this.#readAt;
    const ages = this.#ages();
    if (age >= ages.expiryMs) return undefined;
    if (age >= ages.refreshMs && now - this.#triedAt >= ages.pauseMs) void this.read();
    return this.#keys;
  }

  /** Whether reading again may bring what is not there yet. */
  mayRead(now: number): boolean {
    return this.#underWay !== undefined || now - this.#triedAt >= this.#ages().pauseMs;
  }

  /** Reads the keys, once however many ask. Never rejects: see `failure`. */
  read(): Promise<void> {
    if (this.#underWay) return this.#underWay;
    const reading = this.#read(this.#epoch).finally(() => {
      if (this.#underWay === reading) this.#underWay = undefined;
    });
    this.#underWay = reading;
    return reading;
  }

  /** Forgets the keys, because the issuer changed them. */
  drop(): void {
    // What is under way may have read the keys as they were before.
    this.#epoch++;
    this.#underWay = undefined;
    this.#keys = undefined;
    this.#readAt = Number.NEGATIVE_INFINITY;
    this.#triedAt = Number.NEGATIVE_INFINITY;
  }

  #ages(): Ages {
    return this.local ? localAges : foreignAges;
  }

  async #read(epoch: number): Promise<void> {
    this.#triedAt = this.#reading.clock.now();
    try {
      const keys = await this.#fetch();
      if (epoch === this.#epoch) this.#accept(keys);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #fetch(): Promise<KeySet | undefined> {
    const keys = await this.#reading.localKeys(this.issuer);
    this.local = keys !== undefined || isCognitoAddress(this.issuer);
    return this.local ? keys : discoverKeys(this.issuer, this.#reading.clock.now());
  }

  #accept(keys: KeySet | undefined): void {
    const detail = `no user pool of this server has the issuer ${this.issuer}`;
    this.failure = keys ? undefined : { problem: "unknown-pool", detail };
    this.#readAt = this.#reading.clock.now();
    // The same object as long as the keys are the same: verified tokens hang on it.
    if (!(keys && this.#keys && sameKeys(keys, this.#keys))) this.#keys = keys;
  }

  #fail(error: unknown): void {
    if (error instanceof DiscoveryError) {
      this.failure = { problem: error.problem, detail: error.message };
    } else {
      this.failure = { problem: "storage", detail: "the keys of the pool could not be read" };
    }
    this.#reading.log.warn({ issuer: this.issuer, err: error }, "keys of an issuer not read");
  }
}
