import { chmod, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BadCode, unpackZip } from "./zip.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "zip-"));
});

afterEach(async () => {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
  await chmod(folder, 0o755);
  await rm(folder, { recursive: true });
});

const unixModes = (mode: number) => ({ os: 3, attrs: (mode << 16) >>> 0 });

test("files, folders and whether they may be executed", async () => {
  const zip = zipSync({
    "lambda_function.py": strToU8("x = 1\n"),
    "deep/er/data.json": strToU8("{}"),
    "empty/": new Uint8Array(),
    bootstrap: [strToU8("#!/bin/sh\n"), unixModes(0o100755)],
  });
  await unpackZip(Buffer.from(zip), folder);
  expect(await readFile(join(folder, "lambda_function.py"), "utf8")).toBe("x = 1\n");
  expect(await readFile(join(folder, "deep/er/data.json"), "utf8")).toBe("{}");
  expect(await readdir(join(folder, "empty"))).toEqual([]);
  expect((await stat(join(folder, "bootstrap"))).mode & 0o777).toBe(0o555);
  expect((await stat(join(folder, "lambda_function.py"))).mode & 0o777).toBe(0o444);
  expect((await stat(join(folder, "deep/er"))).mode & 0o777).toBe(0o555);
});

describe("what is refused", () => {
  const unreadable = "Could not unzip uploaded file. Please check your file";

  async function expectRefusal(zip: Uint8Array, message: string) {
    const outcome = unpackZip(Buffer.from(zip), folder);
    await expect(outcome).rejects.toBeInstanceOf(BadCode);
    await expect(outcome).rejects.toThrow(message);
  }

  test.each([
    ["nothing", new Uint8Array()],
    ["something else", strToU8("this is no zip file, is it?")],
    ["half a file", zipSync({ "a.py": strToU8("x".repeat(10_000)) }).subarray(0, 40)],
  ])("%s", (_, zip) => expectRefusal(zip, unreadable));

  test("an empty archive", () => expectRefusal(zipSync({}), "must be a non-empty zip"));

  test.each(["../escaped.py", "a/../../escaped.py", "/etc/escaped.py", "C:/escaped.py", "a\\b.py"])(
    "a way out: %s",
    async (name) => {
      await expectRefusal(zipSync({ [name]: strToU8("x") }), unreadable);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test("a symbolic link", () => {
    const zip = zipSync({ passwd: [strToU8("/etc/passwd"), unixModes(0o120777)] });
    return expectRefusal(zip, "links are not supported");
  });

  test("bytes that were altered", () => {
    const zip = zipSync({ "a.py": strToU8("return 1") }, { level: 0 });
    const at = Buffer.from(zip).indexOf("return 1");
    zip.set(strToU8("return 2"), at);
    return expectRefusal(zip, unreadable);
  });

  test("a bomb, by what it declares", async () => {
    const megabytes = new Uint8Array(30_000_000);
    const names = Array.from({ length: 9 }, (_, index) => `${index}.bin`);
    const zip = zipSync(Object.fromEntries(names.map((name) => [name, megabytes])), { level: 9 });
    expect(zip.length).toBeLessThan(1_000_000);
    await expectRefusal(zip, "Unzipped size must be smaller than 262144000 bytes");
  });

  test("a bomb that declares to be small", () => {
    const zip = Buffer.from(zipSync({ "a.bin": new Uint8Array(5_000_000) }, { level: 9 }));
    const central = zip.indexOf("PK\x01\x02");
    zip.writeUInt32LE(10, central + 24);
    return expectRefusal(zip, unreadable);
  });

  test("the same file twice", () => {
    const zip = Buffer.from(zipSync({ "a.py": strToU8("1"), "b.py": strToU8("2") }));
    const renamed = Buffer.from(zip.toString("latin1").replaceAll("b.py", "a.py"), "latin1");
    return expectRefusal(renamed, unreadable);
  });
});
