// Installs what the project needs, when it is not there or the lock file has changed since: npm
// runs this before `npm start`, `npm test` and the like. Node 20 has to be able to read it.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

// npm writes this file last, so that an installation that broke off does not count.
if (modifiedAt("node_modules/.package-lock.json") < modifiedAt("package-lock.json")) install();

/**
 * Not `npm ci`: that demands an entry in the lock file for every platform of every native package,
 * and stops where a registry does not have them all. This keeps to the lock file just as well.
 */
function install() {
  console.error("Installing what Gatepool needs; this happens once...");
  // Output goes to standard error: standard output belongs to the command that follows.
  const { status, error } = spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status === 0) return;
  console.error(
    `npm install failed${error ? `: ${error.message}` : ""}. See above for the reason.`,
  );
  process.exitCode = status ?? 1;
}

function modifiedAt(file) {
  return statSync(`${root}${file}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
