// Writes what is published: dist/, with the TypeScript compiled and everything else copied.
// Node runs the sources of this repository as they are, but strips no types under node_modules.
import { spawnSync } from "node:child_process";
import { cpSync, rmSync, statSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
const { status } = spawnSync("tsc", ["-p", "tsconfig.build.json"], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
cpSync("src", "dist", {
  recursive: true,
  filter: (file) => statSync(file).isDirectory() || !/\.ts$/.test(file),
});
