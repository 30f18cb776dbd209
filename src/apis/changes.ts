import type { Deployer } from "./deployer.ts";
import { conflict } from "./domain/refusal.ts";
import type { Publisher } from "./publisher.ts";
import { type ApiStore, retried } from "./store.ts";
import { Turns } from "./turns.ts";

/**
 * The one way in which APIs are changed: one change of an API after the other on this node, again
 * when another node was faster, and served by the gateway before the client hears of it.
 */
export class Changes {
  readonly #store: ApiStore;
  readonly #deployer: Deployer;
  readonly #publisher: Publisher;
  readonly #turns = new Turns();

  constructor(store: ApiStore, deployer: Deployer, publisher: Publisher) {
    this.#store = store;
    this.#deployer = deployer;
    this.#publisher = publisher;
  }

  /** @param work may run several times; it reads what it changes each time */
  change<T>(apiId: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(apiId, async () => {
      const done = await retried(work);
      if (!done) throw tooManyAtOnce();
      await retried(() => this.#deployer.deployByItself(apiId));
      await this.#publisher.publish(apiId);
      return done.answer;
    });
  }

  /** Removes an API: from the gateway at once, then all that was in it. */
  remove(apiId: string): Promise<void> {
    return this.#turns.take(apiId, async () => {
      const done = await retried(async () => {
        if (await this.#store.find(apiId)) await this.#store.remove(apiId);
      });
      if (!done) throw tooManyAtOnce();
      this.#publisher.withdraw(apiId);
      await this.#store.clear(apiId);
    });
  }

  /** Makes the gateway serve what other nodes, or this one before it stopped, have stored. */
  async catchUp(): Promise<void> {
    for (const apiId of await this.#publisher.outdated()) {
      await this.#turns.take(apiId, () => this.#publisher.publish(apiId));
    }
  }

  /** Ends removals that a node began and did not live to finish. */
  async finishRemovals(): Promise<void> {
    for (const apiId of await this.#store.uncleared()) await this.#store.clear(apiId);
  }
}

function tooManyAtOnce() {
  return conflict(
    "Unable to complete operation due to concurrent modification. Please try again later.",
    {
      check: "revision",
      expected: "a moment in which no other node changes the API",
      received: "changes from other nodes at every attempt",
      change: "send the request again",
    },
  );
}
