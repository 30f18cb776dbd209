import type { StackEvent } from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { describeEvent, describeFailure, drawTree } from "./draw.ts";
import { advance, beginning, isSettled } from "./progress.ts";

const stackId = "arn:aws:cloudformation:us-east-1:000000000000:stack/shop/1";
const start = Date.UTC(2026, 10, 20, 12);

type Told = [seconds: number, id: string, status: string, reason?: string, physicalId?: string];

/** Events as they come about: `shop` is the stack itself. */
function events(...told: readonly Told[]): StackEvent[] {
  return told.map(([seconds, id, status, reason, physicalId = `${id}-1`]) => ({
    ...{ StackId: stackId, StackName: "shop", EventId: `${seconds}${id}${status}` },
    Timestamp: new Date(start + seconds * 1000),
    LogicalResourceId: id,
    PhysicalResourceId: id === "shop" ? stackId : physicalId,
    ResourceType: id === "shop" ? "AWS::CloudFormation::Stack" : `AWS::Test::${id}`,
    ...statusOf(status),
    ...(reason !== undefined && { ResourceStatusReason: reason }),
  }));
}

/** As an answer is read: text that the types know. */
function statusOf(text: string): Pick<StackEvent, "ResourceStatus"> {
  return JSON.parse(JSON.stringify({ ResourceStatus: text }));
}

const progressOf = (...told: readonly Told[]) => advance(beginning("shop", 0), events(...told));
const plain = { width: 100, color: false, now: start + 5000 };

const half: Told[] = [
  [0, "shop", "CREATE_IN_PROGRESS", "User Initiated"],
  [0, "Pool", "CREATE_IN_PROGRESS"],
  [0.2, "Pool", "CREATE_IN_PROGRESS", "Resource creation Initiated"],
  [1.5, "Pool", "CREATE_COMPLETE"],
  [2, "Client", "CREATE_IN_PROGRESS"],
];

test("a stack is drawn with its resources below, in the order in which they began", () => {
  const progress = progressOf(...half);
  expect(isSettled(progress)).toBe(false);
  expect(drawTree(progress, plain)).toEqual([
    "shop  CREATE_IN_PROGRESS  5.0s",
    "├─ ✓ CREATE_COMPLETE     AWS::Test::Pool    Pool  1.5s",
    "└─ … CREATE_IN_PROGRESS  AWS::Test::Client  Client  3.0s",
  ]);
});

test("before anything has happened there is a stack that waits", () => {
  expect(drawTree(beginning("shop", start), plain)).toEqual(["shop  waiting  5.0s"]);
});

const failed: Told[] = [
  ...half,
  [3, "Client", "CREATE_FAILED", "No such\x1b[2J\npool."],
  [3, "Other", "CREATE_FAILED", "Resource creation cancelled"],
  [3, "shop", "ROLLBACK_IN_PROGRESS", "The following resource(s) failed to create: [Client]."],
  [4, "Client", "DELETE_COMPLETE"],
  [64, "Pool", "DELETE_COMPLETE"],
  [125, "shop", "ROLLBACK_COMPLETE"],
];

test("what has failed keeps its mark and its reason while it is undone", () => {
  const progress = progressOf(...failed);
  expect(isSettled(progress)).toBe(true);
  expect(drawTree(progress, plain)).toEqual([
    "shop  ROLLBACK_COMPLETE  2m 5s",
    "├─ ✓ DELETE_COMPLETE  AWS::Test::Pool    Pool  1m 4s",
    "├─ ✗ DELETE_COMPLETE  AWS::Test::Client  Client  2.0s",
    "│    No such\\x1b[2J pool.",
    "└─ ✗ CREATE_FAILED    AWS::Test::Other   Other  0.0s",
    "     Resource creation cancelled",
  ]);
});

test("the end tells the first resource that failed by itself, and what to do", () => {
  expect(describeFailure(progressOf(...failed))).toBe(
    "shop is ROLLBACK_COMPLETE. Client (AWS::Test::Client): No such\\x1b[2J pool.\n" +
      "Nothing of it is left. Change what it names, and deploy again.",
  );
});

test.each([
  ["UPDATE_ROLLBACK_COMPLETE", /as it was before/],
  ["UPDATE_ROLLBACK_FAILED", /Not everything could be undone/],
  ["CREATE_FAILED", /until the next deployment makes the stack anew/],
  ["UPDATE_FAILED", /What was made until then stands/],
  ["DELETE_FAILED", /What could be removed is gone/],
])("a stack that ends as %s tells its own reason where no resource does", (status, advice) => {
  const text = describeFailure(progressOf([0, "shop", status, "Out of luck."]));
  expect(text).toMatch(`shop is ${status}. Out of luck.`);
  expect(text).toMatch(advice);
});

test("lines are cut to the width", () => {
  const lines = drawTree(progressOf(...failed), { ...plain, width: 20 });
  expect(Math.max(...lines.map(({ length }) => length))).toBe(20);
  expect(lines[2]).toBe("├─ ✗ DELETE_COMPLETE");
});

test("colours are added where there are some, and cost no width", () => {
  const line = drawTree(progressOf(...half), { ...plain, color: true, width: 24 })[1];
  expect(line).toContain("\x1b[32m✓ CREATE_COMPLETE   \x1b[39m");
});

test("where there is no room for all, what was done first is only counted", () => {
  const many = Array.from({ length: 30 }, (_, index): Told[] => {
    const begun: Told = [index, `R${index}`, "CREATE_IN_PROGRESS"];
    return index < 28 ? [begun, [index + 0.5, `R${index}`, "CREATE_COMPLETE"]] : [begun];
  });
  const lines = drawTree(progressOf(...many.flat()), { ...plain, height: 7 });
  expect(lines).toHaveLength(7);
  expect(lines[1]).toBe("├─ 25 more are done");
  expect(lines.at(-1)).toContain("R29");
  expect(drawTree(progressOf(...many.flat()), { ...plain, height: 3 })).toHaveLength(3);
});

test("what a replacement cleans up is told apart from what has replaced it", () => {
  const progress = progressOf(
    [0, "shop", "UPDATE_IN_PROGRESS"],
    [1, "Pool", "UPDATE_COMPLETE", undefined, "new"],
    [2, "shop", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"],
    [3, "Pool", "DELETE_COMPLETE", undefined, "old"],
    [4, "shop", "UPDATE_COMPLETE"],
  );
  expect(drawTree(progress, plain)).toEqual([
    "shop  UPDATE_COMPLETE  4.0s",
    "├─ ✓ UPDATE_COMPLETE  AWS::Test::Pool  Pool  0.0s",
    "└─ ✓ DELETE_COMPLETE  AWS::Test::Pool  Pool  0.0s",
  ]);
});

test("an event is a line where nothing can be drawn anew", () => {
  const lines = events([7, "Pool", "CREATE_FAILED", "Not\nso."], [8, "Client", "CREATE_COMPLETE"]);
  expect(lines.map(describeEvent)).toEqual([
    "12:00:07  CREATE_FAILED  AWS::Test::Pool  Pool  Not so.",
    "12:00:08  CREATE_COMPLETE  AWS::Test::Client  Client",
  ]);
});
