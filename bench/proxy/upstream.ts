import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadCore } from "../machine.ts";
import { freePort } from "../ports.ts";
import { startPinned, waitForPort } from "../processes.ts";

/** Compiles and starts the backend, on the load core. @param folder for the program */
export async function startUpstream(folder: string) {
  const source = fileURLToPath(new URL("./peers/upstream.c", import.meta.url));
  const program = join(folder, "upstream");
  const { status } = spawnSync("cc", ["-O2", "-o", program, source], { stdio: "inherit" });
  if (status !== 0) throw new Error("the backend could not be compiled");
  const port = await freePort();
  const { stop } = startPinned(loadCore, [program, String(port)]);
  await waitForPort(port, "the backend");
  return { port, stop };
}
