import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LambdaClient, UpdateFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import { serviceSettings } from "../aws.ts";
import { startGatepool } from "../gatepool.ts";
import type { Options } from "../options.ts";
import { startedMebibytes } from "../processes.ts";
import { runWrk } from "../wrk.ts";
import { deployFunction, type Language, languages } from "./deploy.ts";

/** One round of `GET /hello` to a function that answers a constant. */
export interface FunctionSample {
  readonly language: Language;
  /** The first call after a change, for which a process has to start. */
  readonly coldMs: number;
  /** One call after the other. */
  readonly warmP50Ms: number;
  readonly warmP99Ms: number;
  readonly callsPerSecond: number;
  /** Of a process that is kept warm, the largest. */
  readonly processMebibytes: number;
}

/** AWS_PROXY to a Python and to a Node.js function, cold and warm, on all cores. */
export async function measureFunctions(options: Options): Promise<FunctionSample[]> {
  const samples: FunctionSample[] = [];
  for (const language of languages) samples.push(...(await measureLanguage(language, options)));
  return samples;
}

async function measureLanguage(language: Language, { rounds, seconds }: Options) {
  const folder = await mkdtemp(join(tmpdir(), "gatepool-bench-"));
  const dirs = { dataDir: join(folder, "data"), cacheDir: join(folder, "compile-cache") };
  const server = await startGatepool(dirs);
  try {
    const url = await deployFunction(server.url, language);
    const lambda = new LambdaClient(serviceSettings(server.url));
    const samples: FunctionSample[] = [];
    for (let round = 0; round < rounds; round++) {
      const change = { FunctionName: "hello", Description: `round ${round}` };
      await lambda.send(new UpdateFunctionConfigurationCommand(change));
      const coldMs = await timeCall(url);
      const warm = await runWrk(url, seconds, ["-c1"]);
      if (warm.errors > 0) throw new Error(`${warm.errors} calls of the function failed`);
      const sample = {
        ...{ language, coldMs, warmP50Ms: warm.p50Ms, warmP99Ms: warm.p99Ms },
        callsPerSecond: warm.requestsPerSecond,
        processMebibytes: startedMebibytes(server.pid)[0] ?? Number.NaN,
      };
      samples.push(sample);
      console.log(`${round + 1} ${describe(sample)}`);
    }
    return samples;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function timeCall(url: string): Promise<number> {
  const startedAt = performance.now();
  const answer = await fetch(url);
  const text = await answer.text();
  if (text !== "hi") throw new Error(`the function answers ${answer.status} ${text}`);
  return performance.now() - startedAt;
}

function describe(sample: FunctionSample): string {
  const { language, coldMs, warmP50Ms, warmP99Ms, callsPerSecond, processMebibytes } = sample;
  const warm = `warm p50 ${warmP50Ms.toFixed(2)} ms, p99 ${warmP99Ms.toFixed(2)} ms`;
  const rate = `${callsPerSecond.toFixed(0)} calls a second`;
  const memory = `${processMebibytes.toFixed(0)} MiB`;
  return `${language} function: cold ${coldMs.toFixed(0)} ms, ${warm}, ${rate}, ${memory}`;
}
