import { type Collection, put, type Records, type Write } from "../storage/records.ts";

/** A message as it is kept. */
export interface OutboxRecord {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Tells messages of one millisecond apart; grows. */
  readonly turn: number;
  readonly to: string;
  readonly medium: "EMAIL" | "SMS";
  readonly poolId: string;
  readonly username: string;
  readonly purpose: string;
  /** Subject and text, which hold codes and passwords, sealed. */
  readonly sealedMessage: string;
}

const keptMs = 7 * 86_400_000;

/** Lists begin with what is newest: keys count down. */
const timeMax = 9_999_999_999_999;
export const turnMax = 999_999;

/** Addresses can be longer than keys should be. */
const comparedMax = 256;

const messages: Collection<OutboxRecord> = {
  name: "user-pools/outbox",
  key: (message) => [...newestFirst(message), message.id],
  indexes: { to: (message) => [comparable(message.to), ...newestFirst(message)] },
};

/** Messages to users; each is forgotten after a week. */
export type OutboxStore = ReturnType<typeof createOutboxStore>;

export function createOutboxStore(records: Records) {
  return {
    /** Newest first. */
    async list(limit: number, to?: string): Promise<readonly OutboxRecord[]> {
      const { items } = await records.list(messages, {
        ...(to === undefined ? { prefix: [] } : { prefix: [comparable(to)], index: "to" }),
        limit,
      });
      return items.map(({ value }) => value);
    },

    put: (message: OutboxRecord): Promise<void> => records.commit([postMessage(message)]),
  };
}

/** Puts a message into the outbox, as part of a batch. */
export function postMessage(message: OutboxRecord): Write {
  return put(messages, message, { condition: "absent", expiresAt: message.at + keptMs });
}

function newestFirst({ at, turn }: OutboxRecord): [string, string] {
  return [String(timeMax - at).padStart(13, "0"), String(turnMax - turn).padStart(6, "0")];
}

function comparable(address: string): string {
  return address.toLowerCase().slice(0, comparedMax);
}
