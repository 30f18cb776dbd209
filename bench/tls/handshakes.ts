import { loadCore } from "../machine.ts";
import { runPinned } from "../processes.ts";
import type { TlsLoad } from "./measure.ts";

/** As many clients at once as the load core needs to be busy all the time. */
const clients = 8;

/** Connects over and over: a full TLS 1.3 handshake each time, and nothing more. */
export async function runHandshakes(url: string, seconds: number): Promise<TlsLoad> {
  const { host } = new URL(url);
  const shape = ["-new", "-tls1_3", "-time", String(seconds), "-connect", host];
  const startedAt = performance.now();
  const outputs = await Promise.all(
    Array.from({ length: clients }, () => runPinned(loadCore, ["openssl", "s_time", ...shape])),
  );
  const elapsed = (performance.now() - startedAt) / 1000;
  const counts = outputs.map((text) =>
    Number(/(\d+) connections in \d+ real seconds/.exec(text)?.[1] ?? 0),
  );
  const requests = counts.reduce((sum, count) => sum + count, 0);
  const errors = counts.filter((count) => count === 0).length;
  return { requests, requestsPerSecond: requests / elapsed, errors };
}
