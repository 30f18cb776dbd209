import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Options } from "../options.ts";
import { cpuSeconds, residentMebibytes } from "../processes.ts";
import { type Load, runWrk } from "../wrk.ts";
import { proveCorrect } from "./correctness.ts";
import { startIssuer } from "./issuer.ts";
import { type RunningSystem, type System, systems } from "./systems.ts";
import { makeTokens, type TokenMode, type TokenSet, tokenModes } from "./tokens.ts";
import { startUpstream } from "./upstream.ts";

/** One measurement of one system. */
export interface Sample extends Load {
  /** CPU time of the system under test for each request. */
  readonly cpuMicroseconds: number;
  readonly residentMebibytes: number;
}

export interface ProxyResult {
  readonly name: string;
  readonly samples: Readonly<Record<TokenMode, readonly Sample[]>>;
}

interface Subject extends System {
  readonly running: RunningSystem;
  readonly samples: Record<TokenMode, Sample[]>;
  /** How many of the new tokens it has seen. */
  seen: number;
}

/** More than any of the systems can check in a second on one core. */
const newTokensPerSecond = 30_000;
const newTokensMin = 100_000;
const script = fileURLToPath(new URL("./rotate-tokens.lua", import.meta.url));

/** Measures each system with each kind of token, in rounds that alternate between them. */
export async function measureProxies(options: Options): Promise<ProxyResult[]> {
  const folder = await mkdtemp(join(tmpdir(), "gatepool-bench-"));
  const issuer = await startIssuer();
  const expected = {
    issuer: issuer.issuer,
    audience: "benchclient0123456789abcde",
    scope: "bench/read",
    keyId: "bench-key-1",
  };
  console.log("Signing tokens ...");
  const newCount = Math.max(newTokensMin, newTokensPerSecond * options.seconds);
  const tokens = await makeTokens(folder, expected, newCount);
  issuer.publish(tokens.jwk);
  const upstream = await startUpstream(folder);
  const subjects: Subject[] = [];
  try {
    for (const system of systems.filter(({ name }) => options.systems.test(name))) {
      const running = await system.start({ folder, upstreamPort: upstream.port, expected });
      await proveCorrect(system, running, tokens);
      subjects.push({ ...system, running, samples: { one: [], known: [], new: [] }, seen: 0 });
      console.log(`${system.name} lets the good token through and refuses the bad ones`);
    }
    await compare(subjects, tokens, options);
    return subjects.map(({ name, samples }) => ({ name, samples }));
  } finally {
    for (const { running } of subjects) await running.stop();
    await upstream.stop();
    issuer.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(subjects: Subject[], tokens: TokenSet, options: Options): Promise<void> {
  for (const subject of subjects) await load(subject, "known", tokens, 2);
  for (let round = 0; round < options.rounds; round++) {
    for (const mode of tokenModes) {
      const order = round % 2 === 0 ? subjects : subjects.toReversed();
      for (const subject of order) {
        if (!subject.checks && mode !== "one") continue;
        const sample = await load(subject, mode, tokens, options.seconds);
        subject.samples[mode].push(sample);
        console.log(describe(round, subject.name, mode, sample));
      }
    }
  }
}

async function load(
  subject: Subject,
  mode: TokenMode,
  tokens: TokenSet,
  seconds: number,
): Promise<Sample> {
  const { pid, url } = subject.running;
  const before = cpuSeconds(pid);
  const environment = {
    TOKENS: tokens.files[mode],
    FIRST: mode === "new" ? `${subject.seen}` : "0",
  };
  const run = await runWrk(url, seconds, ["-s", script], environment);
  const cpuMicroseconds = ((cpuSeconds(pid) - before) * 1e6) / run.requests;
  if (run.errors > 0) {
    throw new Error(`${subject.name}: ${run.errors} of ${run.requests} requests failed`);
  }
  if (mode === "new") countNew(subject, run.requests, tokens);
  return { ...run, cpuMicroseconds, residentMebibytes: residentMebibytes(pid) };
}

/**
 * Each run goes on in the list of new tokens where the one before ended, and is shorter than the
 * list: between two uses of a token lie all the others, several times what the caches hold
 * (nginx's 10,000, Gatepool's 16,384 at most). So no cache is ever hit.
 */
function countNew(subject: Subject, requests: number, tokens: TokenSet): void {
  if (requests >= tokens.newCount)
    throw new Error(`${subject.name} saw a new token twice in a run`);
  subject.seen += requests;
}

function describe(round: number, name: string, mode: TokenMode, sample: Sample): string {
  const { requestsPerSecond, p50Ms, p99Ms, cpuMicroseconds } = sample;
  const rate = `${Math.round(requestsPerSecond)}/s`;
  const times = `p50 ${p50Ms.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms`;
  return `${round + 1} ${name}, ${mode}: ${rate}, ${times}, CPU ${cpuMicroseconds.toFixed(1)} µs`;
}
