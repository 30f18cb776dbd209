// Installs what the project needs, when it is not there or the lock file has changed since: npm
// runs this before `npm start`, `npm test` and the like. Node 20 has to be able to read it.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

// npm writes this file last, so that an installation that broke off does not count.
if (modifiedAt("node_modules/.package-lock.json") < modifiedAt("package-lock.json")) install();

function install() {
  console.error("Installing what Gatepool needs; this happens once...");
  // Output goes to standard error: standard output belongs to the command that follows.
  const { status, error } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status === 0) return;
  console.error(`npm ci failed${error ? `: ${error.message}` : ""}. See above for the reason.`);
  process.exitCode = status ?? 1;
}

function modifiedAt(file) {
  return statSync(`${root}${file}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
