import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { removeReadOnly } from "./removal.ts";

let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "removal-"));
});
afterEach(() => rm(parent, { recursive: true }));

test("what nobody may write to", async () => {
  const folder = join(parent, "folder");
  await mkdir(join(folder, "a/b"), { recursive: true });
  await writeFile(join(folder, "a/b/c"), "");
  for (const path of ["a/b", "a", ""]) await chmod(join(folder, path), 0o555);
  await removeReadOnly(folder);
  expect(existsSync(folder)).toBe(false);
  await removeReadOnly(folder);
});

test("links go, and what they point to stays as it is", async () => {
  const [folder, outside] = [join(parent, "folder"), join(parent, "outside")];
  await mkdir(join(outside, "inner"), { recursive: true });
  await writeFile(join(outside, "inner/file"), "kept");
  await chmod(join(outside, "inner"), 0o750);
  await mkdir(join(folder, "deep"), { recursive: true });
  await symlink(outside, join(folder, "deep/link"));
  await symlink("/", join(folder, "root"));
  await symlink(".", join(folder, "loop"));
  await removeReadOnly(folder);
  expect(existsSync(folder)).toBe(false);
  expect(await readFile(join(outside, "inner/file"), "utf8")).toBe("kept");
  expect((await stat(join(outside, "inner"))).mode & 0o777).toBe(0o750);
});

test("a folder that is a link is not followed", async () => {
  const outside = join(parent, "outside");
  await mkdir(outside);
  await symlink(outside, join(parent, "link"));
  await expect(removeReadOnly(join(parent, "link"))).rejects.toThrow();
  expect(existsSync(outside)).toBe(true);
});
