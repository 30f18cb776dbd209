import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  createFunction,
  functionsServer,
  invokeFunction,
  lambdaClient,
} from "../../../test/fixtures/functions.ts";
import { isAlive, untilGone } from "../../../test/fixtures/processes.ts";

const python = (code: string) => ({ "app.py": code });

describe("when the server ends", () => {
  const code = `
import os, subprocess
child = subprocess.Popen(['sleep', '99']).pid
def handler(e, c):
    print('pids', os.getpid(), child, flush=True)
    while e: pass
    return [os.getpid(), child]
`;

  test("all of its functions' processes end", async () => {
    const other = await functionsServer();
    await createFunction(other, "short-lived", python(code));
    const { result: pids } = await invokeFunction(other, "short-lived");
    const looping = invokeFunction(other, "short-lived", { loop: true }).catch(() => {});
    await other.close();
    await looping;
    for (const pid of pids) expect(isAlive(pid)).toBe(false);
  });

  test.each([
    ["idle", {}],
    ["in an endless loop", { loop: true }],
  ])("also when it is killed: %s", async (_, event) => {
    const script = fileURLToPath(
      new URL("../../../test/fixtures/functions-process.ts", import.meta.url),
    );
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await once(createInterface(child.stdout), "line");
    const [url = "", folder = ""] = String(line).split(" ");
    const killed = { lambda: lambdaClient(url) };
    try {
      await createFunction(killed, "orphan", python(code), { Timeout: 60 });
      const { result: pids } = await invokeFunction(killed, "orphan");
      const running = invokeFunction(killed, "orphan", event).catch(() => {});
      if (!("loop" in event)) await running;
      child.kill("SIGKILL");
      await once(child, "exit");
      for (const pid of pids) await untilGone(pid);
    } finally {
      killed.lambda.destroy();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
