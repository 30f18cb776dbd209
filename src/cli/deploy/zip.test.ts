import { chmod, mkdir, rm, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeFiles } from "../../../test/fixtures/assembly.ts";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";
import { zipFolder } from "./zip.ts";

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(() => rm(folder, { recursive: true }));

const files = { "b.py": "b", "a/deep/c.txt": "c", ".hidden": "h", "node_modules/x.js": "x" };

test("the same files give the same bytes, in whatever order they were written", async () => {
  const one = await writeFiles(join(folder, "one"), files);
  const reversed = Object.fromEntries(Object.entries(files).reverse());
  const two = await writeFiles(join(folder, "two"), reversed);
  await utimes(join(two, "b.py"), 1, 1);
  await chmod(join(two, "b.py"), 0o600);
  expect(await zipFolder(two)).toEqual(await zipFolder(one));
});

test("nothing is left out: hidden files, empty folders, what links lead to", async () => {
  const path = await writeFiles(join(folder, "all"), files);
  await mkdir(join(path, "empty"));
  await writeFiles(join(folder, "elsewhere"), { "linked.txt": "l" });
  await symlink(join(folder, "elsewhere"), join(path, "link"));
  const found = unzipSync(await zipFolder(path));
  const entries = Object.entries(found).map(([name, content]) => [name, strFromU8(content)]);
  expect(Object.fromEntries(entries)).toEqual({ ...files, "empty/": "", "link/linked.txt": "l" });
});

test("what can be run can be run when it is unpacked, and makes another file", async () => {
  const path = await writeFiles(join(folder, "run"), { bootstrap: "#!/bin/sh\n" });
  const before = await zipFolder(path);
  await chmod(join(path, "bootstrap"), 0o755);
  expect(await zipFolder(path)).not.toEqual(before);
});

test("a link to a folder that it is in is refused", async () => {
  const path = await writeFiles(join(folder, "circle"), { "a/b.txt": "b" });
  await symlink(path, join(path, "a", "up"));
  await expect(zipFolder(path)).rejects.toThrow(/a link to a folder that it is in/);
});
