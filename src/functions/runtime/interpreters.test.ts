import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { InterpreterMissing, Interpreters } from "./interpreters.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "interpreters-"));
});
afterEach(() => rm(folder, { recursive: true }));

const python = (version: string) => ({ kind: "python", version }) as const;
const find = (wanted: string, development = false, folders = ["bin"]) =>
  new Interpreters(folders.map((name) => join(folder, name)).join(delimiter), development).find(
    python(wanted),
  );

/** Puts a program on the path that answers as an interpreter of this version does. */
async function install(path: string, version: string, sdkFolder?: string) {
  const answer = { path: `/real/${path}`, version, sdkFolder: sdkFolder ?? null };
  await script(path, `echo '${JSON.stringify(answer)}'`);
}

async function script(path: string, text: string) {
  const file = join(folder, path);
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${text}\n`);
  await chmod(file, 0o755);
}

test("the exact version by its name", async () => {
  await install("bin/python3.11", "3.11.7");
  await install("bin/python3.12", "3.12.1");
  expect(await find("3.11")).toEqual({ path: "/real/bin/python3.11", version: "3.11.7" });
});

test("the exact version behind the common name", async () => {
  await install("bin/python3", "3.11.2");
  expect((await find("3.11")).version).toBe("3.11.2");
});

test("3.1 is not 3.11", async () => {
  await install("bin/python3", "3.11.2");
  await expect(find("3.1")).rejects.toBeInstanceOf(InterpreterMissing);
});

test("a wrapper of a version that is not installed does not count", async () => {
  await script("shims/python3.11", "echo 'python3.11: command not found' >&2; exit 127");
  await install("bin/python3.11", "3.11.2");
  const found = await find("3.11", false, ["shims", "bin"]);
  expect(found.path).toBe("/real/bin/python3.11");
});

test("of two that fit, the one that has boto3", async () => {
  await install("first/python3.11", "3.11.2");
  await install("second/python3.11", "3.11.7", "/lib/site-packages");
  const found = await find("3.11", false, ["first", "second"]);
  expect(found).toMatchObject({ version: "3.11.7", sdkFolder: "/lib/site-packages" });
});

test("in development the nearest will do, with a warning", async () => {
  await install("bin/python3.9", "3.9.1");
  await install("bin/python3.12", "3.12.1");
  await install("bin/python3.13", "3.13.0");
  const found = await find("3.11", true);
  expect(found.version).toBe("3.12.1");
  expect(found.warning).toBe(
    "Python 3.11 is not on this machine: the function runs with 3.12.1, found at " +
      "/real/bin/python3.12. Install Python 3.11 to run it as AWS would.",
  );
});

test("of two that are equally near, the newer", async () => {
  await install("bin/python3.10", "3.10.1");
  await install("bin/python3.12", "3.12.1");
  expect((await find("3.11", true)).version).toBe("3.12.1");
});

test("in production only the exact one", async () => {
  await install("bin/python3.12", "3.12.1");
  await expect(find("3.11")).rejects.toThrow(
    "The function needs Python 3.11, which is not on this machine. Install Python 3.11 so that " +
      "python3.11 is on the PATH of the server.",
  );
});

test("what is installed later is found then", async () => {
  const interpreters = new Interpreters(join(folder, "bin"), true);
  await expect(interpreters.find(python("3.11"))).rejects.toBeInstanceOf(InterpreterMissing);
  await install("bin/python3.11", "3.11.7");
  expect((await interpreters.find(python("3.11"))).version).toBe("3.11.7");
});

test("Node.js: the exact major version, else the one that runs the server", async () => {
  await install("bin/node", "20.11.0");
  const interpreters = new Interpreters(join(folder, "bin"), true);
  const exact = await interpreters.find({ kind: "nodejs", version: "20" });
  expect(exact).toEqual({ path: "/real/bin/node", version: "20.11.0" });
  const other = await interpreters.find({ kind: "nodejs", version: "18" });
  expect(other).toMatchObject({ path: process.execPath, version: process.versions.node });
  expect(other.warning).toContain("Node.js 18 is not on this machine");
});
