import type { KeyObject } from "node:crypto";

/** Public keys of an issuer, by `kid`. RSA only. */
export interface KeySet {
  readonly keys: ReadonlyMap<string, KeyObject>;
  /** Milliseconds since the epoch when it was read. */
  readonly readAt: number;
}

/** Finds the keys of an issuer that lives on this server, by either spelling of the issuer. */
export type LocalKeys = (issuer: string) => Promise<KeySet | undefined>;
