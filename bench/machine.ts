import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem } from "node:os";

/** Where the system under test runs, alone. */
export const serverCore = 0;
/** Where the load comes from, and where the backend answers. */
export const loadCore = 1;

const needed: readonly { package: string; present(): boolean }[] = [
  { package: "wrk", present: () => runs("wrk") },
  { package: "gcc", present: () => runs("cc") },
  { package: "openssl", present: () => runs("openssl") },
  { package: "haproxy", present: () => runs("haproxy") },
  { package: "nginx", present: () => runs("nginx") },
  {
    package: "libnginx-mod-http-lua",
    present: () => existsSync("/usr/share/nginx/modules-available/mod-http-lua.conf"),
  },
  { package: "lua-cjson", present: () => globSync("/usr/lib/*/lua/5.1/cjson.so").length > 0 },
  { package: "util-linux", present: () => runs("taskset") },
];

/** What has to be there to measure. @throws Error that says what to install. */
export function requireTools(): void {
  if (availableParallelism() < 2) throw new Error("The benchmarks need two cores.");
  const missing = needed.filter((tool) => !tool.present()).map((tool) => tool.package);
  if (missing.length === 0) return;
  throw new Error(
    `Missing: ${missing.join(", ")}. On Debian, as root:\n` +
      `    apt-get install --no-install-recommends ${missing.join(" ")}\n` +
      "No service of theirs has to run; stop the ones that Debian starts.",
  );
}

/** What the figures were measured on. */
export function describeMachine() {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const model = `${cpus().length} × ${cpu?.model.trim() ?? "unknown"}`;
  return { model, memory, kernel: release(), node: process.version, at: new Date().toISOString() };
}

function runs(program: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}
