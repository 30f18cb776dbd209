/** Lets what concerns one thing happen one after the other; different things do not wait. */
export type Turns = <T>(thing: string, work: () => Promise<T>) => Promise<T>;

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();

  return async function inTurn<T>(thing: string, work: () => Promise<T>): Promise<T> {
    const before = last.get(thing);
    const mine = before ? before.then(work, work) : work();
    last.set(thing, mine);
    try {
      return await mine;
    } finally {
      if (last.get(thing) === mine) last.delete(thing);
    }
  };
}
