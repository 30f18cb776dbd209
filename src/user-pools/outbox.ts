import type { Clock } from "../foundation/clock.ts";
import type { Random } from "../foundation/random.ts";
import type { Secrets } from "./contract.ts";
import type { CodeAddress, CodePurpose } from "./domain/code.ts";
import { type MessageText, mediumOf } from "./domain/messages.ts";
import type { UserRecord } from "./domain/records.ts";
import { type OutboxRecord, type OutboxStore, postMessage, turnMax } from "./outbox-store.ts";

/** A message to a user, as developers read it. */
export interface OutboxMessage extends MessageText {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** An address or a number. */
  readonly to: string;
  readonly medium: "EMAIL" | "SMS";
  readonly poolId: string;
  readonly username: string;
  readonly purpose: CodePurpose | "invitation";
}

/** What is about to be sent to a user. */
export interface Letter extends MessageText {
  readonly purpose: OutboxMessage["purpose"];
  readonly user: Pick<UserRecord, "poolId" | "username">;
  readonly sentTo: CodeAddress;
}

interface OutboxDeps {
  readonly messages: OutboxStore;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly random: Random;
}

/** Where messages to users go: nothing is delivered, developers read them here. */
export type Outbox = ReturnType<typeof createOutbox>;

export function createOutbox({ messages, secrets, clock, random }: OutboxDeps) {
  let turns = 0;

  function record({ user, sentTo, purpose, subject, text }: Letter): OutboxRecord {
    const id = random.uuid();
    const { poolId, username } = user;
    return {
      ...{ id, at: clock.now(), turn: turns++ % turnMax },
      ...{ to: sentTo.value, medium: mediumOf(sentTo.attribute), poolId, username, purpose },
      sealedMessage: secrets.seal(JSON.stringify({ subject, text }), contextOf(id)),
    };
  }

  return {
    put: (letter: Letter): Promise<void> => messages.put(record(letter)),

    /** Puts a message into the outbox in the same batch as what it tells of. */
    post: (letter: Letter) => postMessage(record(letter)),

    /** The latest messages, newest first; `to` picks those to one address, in whatever case. */
    async list(limit: number, to?: string): Promise<OutboxMessage[]> {
      const kept = await messages.list(limit, to);
      return kept.map(({ turn: _, sealedMessage, ...message }) => ({
        ...message,
        ...JSON.parse(secrets.open(sealedMessage, contextOf(message.id)).toString()),
      }));
    },
  };
}

function contextOf(id: string): string {
  return `user-pools/outbox/${id}`;
}
