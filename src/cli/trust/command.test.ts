import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { gatepool } from "../../../test/fixtures/command-line.ts";
import { forgedAuthority } from "../../../test/fixtures/forged-authority.ts";
import { isLinux } from "../../../test/fixtures/processes.ts";
import {
  type RecordingPrograms,
  recordingPrograms,
} from "../../../test/fixtures/recording-programs.ts";
import { temporaryServer } from "../../../test/fixtures/server.ts";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";

/** Every program that a step on Linux runs: none of them is the machine's own. */
const names = [
  ...["certutil", "install", "rm", "mkdir", "trust"],
  ...["update-ca-certificates", "update-ca-trust"],
];

let server: Awaited<ReturnType<typeof temporaryServer>>;
let folder: string;
let programs: RecordingPrograms;

beforeAll(async () => {
  server = await temporaryServer();
});

afterAll(() => server.close());

beforeEach(async () => {
  folder = await temporaryFolder();
  programs = await recordingPrograms(folder, names);
  const database = join(folder, ".pki", "nssdb");
  await mkdir(database, { recursive: true });
  await writeFile(join(database, "cert9.db"), "");
});

afterEach(() => rm(folder, { recursive: true }));

function run(...args: string[]) {
  const own = { HOME: folder, PATH: programs.folder, XDG_STATE_HOME: "", XDG_DATA_HOME: "" };
  return gatepool(args, own);
}

const authority = async () => (await fetch(`${server.url}/_gatepool/authority`)).text();

test("the certificate is written, with how to trust it and how to undo it", async () => {
  const file = join(folder, "mine.pem");
  const { code, stdout } = await run("trust", "--url", server.url, "--output", file);
  expect(code).toBe(0);
  expect(await readFile(file, "utf8")).toBe(await authority());
  expect(stdout).toContain("amazonaws.com");
  expect(stdout).toContain("Commands that run under `gatepool exec` need nothing");
  expect(stdout).toContain("and to undo it:\n");
  if (isLinux) expect(stdout).toContain(`certutil -d sql:${folder}/.pki/nssdb -A -t C,, -n `);
  expect(await programs.calls()).toEqual([]);
});

test("- prints the certificate and nothing else", async () => {
  const { stdout } = await run("trust", "--url", server.url, "--output", "-");
  expect(stdout).toBe(await authority());
});

test.runIf(isLinux)(
  "it is installed, and undone when the server has another authority",
  async () => {
    const installed = await run("trust", "--install", "--url", server.url);
    expect(installed).toMatchObject({ code: 0, stderr: "" });
    const changed = await temporaryServer();
    await run("trust", "--install", "--url", changed.url);
    await changed.close();
    const record = await readFile(join(folder, ".local/state/gatepool/trust.json"), "utf8");
    const aliases = record.match(/(?<="alias": ")[^"]+/g) ?? [];
    expect(aliases).toHaveLength(2);
    expect(await run("untrust")).toMatchObject({ code: 0, stderr: "" });
    const calls = await programs.calls();
    for (const alias of aliases) {
      expect(calls).toContain(`certutil -d sql:${folder}/.pki/nssdb -D -n ${alias}`);
    }
    expect((await run("untrust")).stdout).toContain("Nothing to undo");
  },
);

test("to undo nothing is no failure", async () => {
  const { code, stdout } = await run("untrust");
  expect(code).toBe(0);
  expect(stdout).toContain("Nothing to undo");
});

/** A server that answers everything with one text. */
async function impostor(text: string) {
  const listening = createServer((_, response) => response.end(text));
  listening.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { url: `http://127.0.0.1:${port}`, close: () => listening.close() };
}

test.each([
  ["another authority", { name: "CN=Evil CA", constraints: false }, "not the one of a Gatepool"],
  ["one without bounds", { constraints: false }, "no name constraints bind it"],
  ["one for other sites", { domains: ["localhost", "example.com"] }, "example.com too"],
] as const)("%s is refused before anything is done", async (_, forgery, why) => {
  const pem = await forgedAuthority(forgery);
  const evil = await impostor(pem);
  const file = join(folder, "evil.pem");
  for (const option of [["--install"], ["--output", file]]) {
    const { code, stderr } = await run("trust", "--url", evil.url, ...option);
    expect(code).toBe(1);
    expect(stderr).toContain(why);
  }
  evil.close();
  expect(await programs.calls()).toEqual([]);
  expect(existsSync(file)).toBe(false);
  expect(existsSync(join(folder, ".local"))).toBe(false);
});

test("a server that has no authority is told", async () => {
  const other = await impostor("<html>");
  const { code, stderr } = await run("trust", "--install", "--url", other.url);
  other.close();
  expect(code).toBe(1);
  expect(stderr).toContain("is it a Gatepool server?");
});

test("--install writes no file of one's choice", async () => {
  const { code, stderr } = await run("trust", "--install", "--output", "x.pem");
  expect(code).toBe(2);
  expect(stderr).toContain("cannot be used with");
});
