/** What came of the nodes of a graph. */
export interface Walked {
  /** In the order in which they failed. */
  readonly failed: readonly string[];
  /** Never begun, because another had failed. */
  readonly skipped: readonly string[];
}

/** As many tasks as run at once. */
const atOnceMax = 16;

/**
 * Runs a task for each node once those that it waits for are done, as many at once as may be.
 * After a failure nothing new begins; what runs is let finish.
 *
 * @param waitsFor for each node the nodes before it; nodes that are not among the keys are done
 * @param task resolves to whether it succeeded; never rejects
 */
export async function walk(
  waitsFor: ReadonlyMap<string, ReadonlySet<string>>,
  task: (node: string) => Promise<boolean>,
): Promise<Walked> {
  const waiting = new Set(waitsFor.keys());
  const undone = new Set(waitsFor.keys());
  const running = new Map<string, Promise<void>>();
  const failed: string[] = [];

  async function run(node: string): Promise<void> {
    const succeeded = await task(node);
    if (succeeded) undone.delete(node);
    else failed.push(node);
    running.delete(node);
  }

  for (;;) {
    for (const node of failed.length > 0 ? [] : waiting) {
      if (running.size >= atOnceMax) break;
      if ([...(waitsFor.get(node) ?? [])].some((before) => undone.has(before))) continue;
      waiting.delete(node);
      running.set(node, run(node));
    }
    if (running.size === 0) return { failed, skipped: [...waiting] };
    await Promise.race(running.values());
  }
}

/** The same graph the other way round, for taking things down. */
export function reversed(
  waitsFor: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, Set<string>> {
  const turned = new Map([...waitsFor.keys()].map((node) => [node, new Set<string>()]));
  for (const [node, befores] of waitsFor) {
    for (const before of befores) turned.get(before)?.add(node);
  }
  return turned;
}
