// Runs the suites of heavy clients: each folder of test/clients is a package of its own, with its
// own lock file, so that `npm install` of the project stays small.
//   npm run test:clients                  all of them
//   npm run test:clients -- packaging     these
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../test/clients/", import.meta.url));
const known = readdirSync(root).filter((name) => existsSync(`${root}${name}/package.json`));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No such suite: ${unknown.join(", ")}. There are: ${known.join(", ")}.`);
  process.exit(2);
}

const failed = (asked.length > 0 ? asked : known).filter((name) => {
  console.log(`\n== test/clients/${name}`);
  return !npm(name, "ci") || !npm(name, "test");
});
console.log(failed.length > 0 ? `\nFailed: ${failed.join(", ")}` : "\nEvery client suite passed.");
process.exit(failed.length > 0 ? 1 : 0);

function npm(name, command) {
  const { status } = spawnSync("npm", [command], { cwd: `${root}${name}`, stdio: "inherit" });
  return status === 0;
}
