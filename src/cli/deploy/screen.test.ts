import { expect, test } from "vitest";
import { beginning } from "./progress.ts";
import { lineScreen, treeScreen } from "./screen.ts";

const progress = {
  ...beginning("shop", 0),
  rows: new Map(
    Array.from({ length: 9 }, (_, index) => {
      const row = { logicalId: `R${index}`, type: "T", status: "CREATE_COMPLETE" };
      return [row.logicalId, { ...row, startedAt: 0, endedAt: index }];
    }),
  ),
};

/** A terminal of six lines and twenty columns. */
function terminal() {
  const written: string[] = [];
  const write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  return { written, output: { write, columns: 20, rows: 6, hasColors: () => false } };
}

test("a tree is drawn over the one before, and whole at the end", () => {
  const { written, output } = terminal();
  const screen = treeScreen(output, () => 1000);
  screen.show(progress, []);
  screen.show(progress, []);
  screen.end(progress);
  const [first = "", second = "", last = ""] = written;
  expect(first.startsWith("\r\x1b[J")).toBe(true);
  expect(first.split("\n").slice(0, -1)).toHaveLength(5);
  expect(second).toBe(`\x1b[5A${first}`);
  expect(last.startsWith("\x1b[5A\r\x1b[J")).toBe(true);
  expect(last.split("\n").slice(0, -1)).toHaveLength(10);
});

test("no line reaches the last column, where a terminal would begin a new one", () => {
  const { written, output } = terminal();
  treeScreen(output, () => 1000).end(progress);
  const lines = (written[0] ?? "").replace("\r\x1b[J", "").split("\n");
  expect(Math.max(...lines.map(({ length }) => length))).toBe(19);
});

test("anywhere else an event is a line, and nothing is told twice", () => {
  const lines: string[] = [];
  const screen = lineScreen((line) => lines.push(line));
  screen.show(progress, [
    { StackId: "s", EventId: "1", StackName: "shop", Timestamp: new Date(0) },
  ]);
  screen.show(progress, []);
  screen.end(progress);
  expect(lines).toEqual(["00:00:00"]);
});
