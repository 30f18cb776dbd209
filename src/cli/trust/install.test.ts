import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgedAuthority } from "../../../test/fixtures/forged-authority.ts";
import { recordingPrograms } from "../../../test/fixtures/recording-programs.ts";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";
import { checkAuthority } from "./authority.ts";
import { readFacts } from "./facts.ts";
import { install } from "./install.ts";
import type { Facts } from "./places.ts";
import { uninstall } from "./uninstall.ts";

const originalPath = process.env.PATH;
let folder: string;
let state: string;
let said: string[];
let facts: Facts;

beforeEach(async () => {
  folder = await temporaryFolder();
  state = join(folder, "state");
  said = [];
  vi.spyOn(console, "log").mockImplementation((text) => said.push(text));
  vi.spyOn(console, "error").mockImplementation((text) => said.push(text));
  const database = join(folder, "home", ".pki", "nssdb");
  const system = join(folder, "usr/local/share/ca-certificates");
  await mkdir(database, { recursive: true });
  await mkdir(system, { recursive: true });
  facts = {
    platform: "linux",
    home: join(folder, "home"),
    isRoot: true,
    hasCertutil: true,
    databases: [database],
    systemFolders: [system],
    windowsFolder: "",
  };
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function authorityOf(pem: Promise<string> = forgedAuthority()) {
  return checkAuthority(await pem, { domains: [], now: Date.now() });
}

/** The system's own programs go on, but for those that reach beyond the folder. */
async function record({ fail }: { fail?: string[] } = {}) {
  const names = ["certutil", "update-ca-certificates"];
  const programs = await recordingPrograms(folder, names, fail);
  vi.stubEnv("PATH", `${programs.folder}:${originalPath}`);
  return programs;
}

test("what was done is undone, and nothing of it stays", async () => {
  const { calls } = await record();
  const authority = await authorityOf();
  await install(authority, facts, state);
  await install(authority, facts, state);
  const [system = ""] = facts.systemFolders;
  const file = join(system, `${authority.alias}.crt`);
  expect(await readFile(file, "utf8")).toBe(authority.certificate);
  expect(await uninstall(state, true)).toBe(1);
  expect(existsSync(file)).toBe(false);
  expect(await readdir(state)).toEqual([]);
  const name = `certutil -d sql:${facts.databases[0]}`;
  const add = `${name} -A -t C,, -n ${authority.alias} -i ${state}/${authority.alias}.pem`;
  expect(await calls()).toEqual([
    ...[add, "update-ca-certificates ", add, "update-ca-certificates "],
    ...[`${name} -L`, `${name} -D -n ${authority.alias}`, "update-ca-certificates --fresh"],
  ]);
  expect(await uninstall(state, true)).toBe(0);
});

test("two authorities are undone, each where it is", async () => {
  await record();
  await install(await authorityOf(), facts, state);
  await install(await authorityOf(), { ...facts, systemFolders: [] }, state);
  expect(await uninstall(state, true)).toBe(2);
  expect(await readdir(facts.systemFolders[0] ?? "")).toEqual([]);
});

test("what only the administrator may do is said, and not done", async () => {
  const { calls } = await record();
  const authority = await authorityOf();
  await install(authority, { ...facts, isRoot: false }, state);
  const [system = ""] = facts.systemFolders;
  const file = join(system, `${authority.alias}.crt`);
  expect(said).toContain(`    sudo install -m 644 ${state}/${authority.alias}.pem ${file}`);
  expect((await calls()).join()).not.toContain("update-ca-certificates");
  await writeFile(file, authority.certificate);
  await expect(uninstall(state, false)).rejects.toThrow("Not everything is undone");
  expect(said).toContain(`    sudo rm -f ${file}`);
  await rm(file);
  expect(await uninstall(state, false)).toBe(1);
});

test("a step that fails is told, the others go on, and all is undone later", async () => {
  await record({ fail: ["certutil"] });
  const authority = await authorityOf();
  await expect(install(authority, facts, state)).rejects.toThrow("Not every step succeeded");
  expect(said).toContain("  This failed: it ended with 3");
  expect(await readdir(facts.systemFolders[0] ?? "")).toEqual([`${authority.alias}.crt`]);
  await expect(uninstall(state, true)).rejects.toThrow("Not everything is undone");
  expect(await readdir(facts.systemFolders[0] ?? "")).toEqual([]);
  await record();
  expect(await uninstall(state, true)).toBe(1);
});

test("without certutil and rights nothing is done, and what is missing is said", async () => {
  const { calls } = await record();
  const poor = { ...facts, isRoot: false, hasCertutil: false };
  await expect(install(await authorityOf(), poor, state)).rejects.toThrow("Nothing was done");
  expect(said.join("\n")).toContain("libnss3-tools");
  expect(await calls()).toEqual([]);
});

test.each([
  ["no JSON", "{"],
  ["an option in the place of a name", { alias: "-rf" }],
  ["a place that is none", { places: [{ kind: "program", program: "/bin/sh" }] }],
  ["another program", { places: [{ kind: "windows", program: "C:\\evil.exe" }] }],
  ["another folder", { places: [{ kind: "system", folder: "/etc" }] }],
])("a record with %s undoes nothing", async (_, change) => {
  const { calls } = await record();
  await install(await authorityOf(), facts, state);
  const before = await calls();
  const file = join(state, "trust.json");
  const [installed] = JSON.parse(await readFile(file, "utf8")).installed;
  const text = JSON.stringify({ installed: [{ ...installed, ...Object(change) }] });
  await writeFile(file, typeof change === "string" ? change : text);
  await expect(uninstall(state, true)).rejects.toThrow("is not as `gatepool trust` writes it");
  expect(await calls()).toEqual(before);
});

test.skipIf(!readFacts().hasCertutil)("NSS's own certutil takes it in and out", async () => {
  const authority = await authorityOf();
  const database = join(folder, "home", ".pki", "nssdb");
  const list = () =>
    execFileSync("certutil", ["-d", `sql:${database}`, "-L"], { encoding: "utf8" });
  await install(authority, { ...facts, databases: [], systemFolders: [] }, state);
  expect(list()).toMatch(new RegExp(`^${authority.alias} +C,,`, "m"));
  await uninstall(state, false);
  expect(list()).not.toContain(authority.alias);
  expect(await uninstall(state, false)).toBe(0);
});
