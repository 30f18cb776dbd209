import { expect, test } from "vitest";
import { reversed, walk } from "./walk.ts";

const diamond = new Map([
  ["top", new Set(["left", "right"])],
  ["left", new Set(["ground"])],
  ["right", new Set(["ground", "elsewhere"])],
  ["ground", new Set<string>()],
]);

/** Walks, and tells what began before what had ended. */
async function walked(graph: typeof diamond, failing: readonly string[] = []) {
  const log: string[] = [];
  const result = await walk(graph, async (node) => {
    log.push(`+${node}`);
    await new Promise(setImmediate);
    log.push(`-${node}`);
    return !failing.includes(node);
  });
  return { log, ...result };
}

test("a node begins when those before it are done, and those beside it run at once", async () => {
  const { log, failed, skipped } = await walked(diamond);
  expect(log).toEqual([
    ...["+ground", "-ground", "+left", "+right", "-left", "-right", "+top", "-top"],
  ]);
  expect({ failed, skipped }).toEqual({ failed: [], skipped: [] });
});

test("after a failure nothing begins, and what runs finishes", async () => {
  const { log, failed, skipped } = await walked(diamond, ["left"]);
  expect(log).toContain("-right");
  expect(log).not.toContain("+top");
  expect({ failed, skipped }).toEqual({ failed: ["left"], skipped: ["top"] });
});

test("taken down, what stands on others goes first", async () => {
  const { log } = await walked(reversed(diamond));
  expect(log.filter((line) => line.startsWith("+"))).toEqual([
    "+top",
    "+left",
    "+right",
    "+ground",
  ]);
});

test("many run at once, but not all", async () => {
  const nodes = Array.from({ length: 100 }, (_, index) => `n${index}`);
  let running = 0;
  let most = 0;
  await walk(new Map(nodes.map((node) => [node, new Set<string>()])), async () => {
    most = Math.max(most, ++running);
    await new Promise(setImmediate);
    running--;
    return true;
  });
  expect(most).toBe(16);
});
