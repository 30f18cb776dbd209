import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../test/fixtures/storage.ts";
import { aheadMsMax, openMovedClock } from "./moved-clock.ts";

const base = { now: () => 1000 };
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder, "clock");
});
afterEach(() => rm(folder, { recursive: true }));

test("it goes ahead, and is still ahead when it is opened again", () => {
  const clock = openMovedClock(file, base);
  expect(clock.now()).toBe(1000);
  clock.advance(500);
  clock.advance(5);
  expect(clock.now()).toBe(1505);
  expect(openMovedClock(file, base).aheadMs()).toBe(505);
});

test.each([[-1], [Number.NaN], [aheadMsMax + 1]])("it cannot be moved by %s", (milliseconds) => {
  const clock = openMovedClock(file, base);
  expect(() => clock.advance(milliseconds)).toThrow(RangeError);
  expect(clock.aheadMs()).toBe(0);
});

test("a file that says nothing sensible counts as none", async () => {
  await writeFile(file, "soon");
  expect(openMovedClock(file, base).aheadMs()).toBe(0);
});
