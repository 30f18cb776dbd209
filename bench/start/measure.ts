import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Gatepool, startGatepool } from "../gatepool.ts";
import type { Options } from "../options.ts";
import { residentMebibytes } from "../processes.ts";

/** One round: two starts on a data folder that is there already, and the memory at rest. */
export interface StartSample {
  /** With the compile cache that the start before has filled. */
  readonly warmMs: number;
  /** With an empty compile cache. */
  readonly coldMs: number;
  readonly idleMebibytes: number;
}

/** From the start of the process until it accepts connections, on all cores. */
export async function measureStarts({ rounds }: Options): Promise<StartSample[]> {
  const folder = await mkdtemp(join(tmpdir(), "gatepool-bench-"));
  const cacheDir = join(folder, "compile-cache");
  const start = () => startGatepool({ dataDir: join(folder, "data"), cacheDir });
  try {
    await (await start()).stop();
    const samples: StartSample[] = [];
    for (let round = 0; round < rounds; round++) {
      await rm(cacheDir, { recursive: true, force: true });
      const cold = await start();
      await cold.stop();
      const warm = await start();
      const idleMebibytes = await measureIdle(warm);
      samples.push({ warmMs: warm.readyMs, coldMs: cold.readyMs, idleMebibytes });
      const times = `${warm.readyMs.toFixed(0)} ms warm, ${cold.readyMs.toFixed(0)} ms cold`;
      console.log(`${round + 1} start: ${times}, ${idleMebibytes.toFixed(0)} MiB at rest`);
    }
    return samples;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureIdle(server: Gatepool): Promise<number> {
  try {
    await pause(2000);
    return residentMebibytes(server.pid);
  } finally {
    await server.stop();
  }
}
