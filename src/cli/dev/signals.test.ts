import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

const module = new URL("signals.ts", import.meta.url).href;

/** A process whose server takes as long to close as `close` says. */
async function start(close: string) {
  const script = `
    import { closeOnSignal } from ${JSON.stringify(module)};
    closeOnSignal({ close: ${close} });
    setInterval(() => {}, 1000);
    console.log("ready");
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  await once(child.stdout, "data");
  return child;
}

const never = "() => new Promise(() => { console.log('closing'); })";

test("the exit code is 0 once the server has closed", async () => {
  const child = await start("async () => {}");
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("a server that fails to close is told", async () => {
  const child = await start("async () => { throw new Error('stuck') }");
  child.kill("SIGTERM");
  const [[text], exit] = await Promise.all([once(child.stderr, "data"), once(child, "exit")]);
  expect(exit).toEqual([1, null]);
  expect(String(text)).toContain("not everything could be closed");
});

test("a server that never closes is given up in less than five seconds", async () => {
  const child = await start(never);
  const started = performance.now();
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(performance.now() - started).toBeLessThan(5000);
});

test("a second Ctrl-C ends it at once, but not the echo of the first", async () => {
  const child = await start(never);
  child.kill("SIGINT");
  await once(child.stdout, "data");
  child.kill("SIGINT");
  const repeat = setInterval(() => child.kill("SIGINT"), 50);
  const started = performance.now();
  const exit = await once(child, "exit");
  clearInterval(repeat);
  expect(exit).toEqual([130, null]);
  expect(performance.now() - started).toBeGreaterThan(100);
  expect(performance.now() - started).toBeLessThan(2000);
});
