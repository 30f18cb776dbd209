/** Lets only one at a time do something under the same name; others wait for their turn. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `work` when all that asked before it under this name are done. */
  take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(name) ?? Promise.resolve()).then(work, work);
    const leave = () => {
      if (this.#last.get(name) === settled) this.#last.delete(name);
    };
    const settled: Promise<void> = turn.then(leave, leave);
    this.#last.set(name, settled);
    return turn;
  }
}
