import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gatepool } from "../../../test/fixtures/command-line.ts";
import { commandLineServer } from "../../../test/fixtures/command-line-server.ts";
import { listen } from "../../../test/fixtures/listeners.ts";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";

let server: Awaited<ReturnType<typeof commandLineServer>>;

beforeAll(async () => {
  server = await commandLineServer();
});

afterAll(() => server.close());

const exec = (words: readonly string[], env: Record<string, string> = {}) =>
  gatepool(["exec", "--url", server.url, ...words], env);

const node = (script: string) => [process.execPath, "-e", script];

test("the command runs in an environment where AWS is the server", async () => {
  const script = 'console.log(process.env.AWS_ENDPOINT_URL, process.env.AWS_PROFILE ?? "none")';
  const { code, stdout, stderr } = await exec(["--", ...node(script)], { AWS_PROFILE: "mine" });
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `${server.url} none\n`, stderr: "" });
});

test.each([
  ["with --", ["--", "echo", "--url", "--", "-x"]],
  ["without", ["echo", "--url", "--", "-x"]],
])("a command keeps its own options, %s", async (_, words) => {
  expect((await exec(words)).stdout).toBe("--url -- -x\n");
});

test("its exit code is the command's", async () => {
  expect((await exec(["--", "sh", "-c", "exit 7"])).code).toBe(7);
});

test("a command that is not there is told", async () => {
  expect(await exec(["--", "no-such-command"])).toEqual({
    code: 127,
    stdout: "",
    stderr: "gatepool: no-such-command: command not found\n",
  });
});

test("a file that may not be run is told", async () => {
  const folder = await temporaryFolder();
  const file = join(folder, "script.sh");
  await writeFile(file, "exit 0\n");
  expect(await exec(["--", file])).toEqual({
    code: 126,
    stdout: "",
    stderr: `gatepool: ${file} is not executable\n`,
  });
  await rm(folder, { recursive: true });
});

test("without a command, it says how it is called", async () => {
  const { code, stderr } = await exec([]);
  expect(code).toBe(2);
  expect(stderr).toContain("missing required argument 'command'");
});

test("a server that is named and does not answer is told, and nothing is run", async () => {
  const { code, stdout, stderr } = await gatepool(["exec", "--", "echo", "run"], {
    AWS_ENDPOINT_URL: "http://127.0.0.1:1",
  });
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("gatepool: No server answers at http://127.0.0.1:1");
});

test("another program in place of the server is told", async () => {
  const other = await listen(createServer((_, response) => response.end("hello")));
  const url = `http://127.0.0.1:${other.port}`;
  const { code, stderr } = await gatepool(["exec", "--url", url, "--", "echo", "run"]);
  await other.close();
  expect(code).toBe(1);
  expect(stderr).toContain("answers 200 and no certificate: is this a Gatepool server?");
});

test("the files that are made for the command go with it", async () => {
  const folder = await temporaryFolder();
  const script =
    "console.log(process.env.AWS_CA_BUNDLE, require('fs').existsSync(process.env.AWS_CA_BUNDLE))";
  const { stdout } = await exec(["--", ...node(script)], { TMPDIR: folder });
  expect(stdout).toMatch(new RegExp(`^${folder}\\S+ true\n$`));
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

test("AWS's names lead to the server, in programs of any kind", async () => {
  const address =
    "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_none/.well-known/jwks.json";
  const told = "User pool us-east-1_none does not exist.";
  expect((await exec(["--", "curl", "-sS", address])).stdout).toContain(told);
  const fetched = `fetch("${address}").then((answer) => answer.text()).then(console.log)`;
  expect((await exec(["--", ...node(fetched)])).stdout).toContain(told);
});

test("credentials come from the file that the server was given", async () => {
  const folder = await temporaryFolder();
  const file = join(folder, "keys");
  await writeFile(file, "[me]\naws_access_key_id = AKIAME\naws_secret_access_key = mine\n");
  const script = "console.log(process.env.AWS_ACCESS_KEY_ID, process.env.AWS_SECRET_ACCESS_KEY)";
  const args = ["--credentials-file", file, "--", ...node(script)];
  expect((await exec(args)).stdout).toBe("AKIAME mine\n");
  await rm(folder, { recursive: true });
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s reaches the command", async (signal) => {
  const script = `process.on("${signal}", () => process.exit(9)); setInterval(() => {}, 1000);
    console.log("ready")`;
  const running = start(...node(script));
  await once(running.stdout, "data");
  running.kill(signal);
  expect(await once(running, "exit")).toEqual([9, null]);
});

test.each([
  ["SIGTERM", [null, "SIGTERM"]],
  ["SIGKILL", [137, null]],
] as const)("a command that %s ends, ends it alike", async (signal, ending) => {
  const running = start(...node(`process.kill(process.pid, "${signal}")`));
  expect(await once(running, "exit")).toEqual(ending);
});

const program = fileURLToPath(new URL("../../../bin/gatepool.js", import.meta.url));

function start(...words: readonly string[]) {
  const args = [program, "exec", "--url", server.url, "--", ...words];
  return spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
}
