import { fileURLToPath } from "node:url";
import type { Options } from "../options.ts";
import { residentMebibytes } from "../processes.ts";
import { type Load, runWrk } from "../wrk.ts";
import { inOrder, type Subject, withCost, withSystems } from "./stage.ts";
import { type TokenMode, type TokenSet, tokenModes } from "./tokens.ts";

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

interface Measured extends Subject {
  readonly samples: Record<TokenMode, Sample[]>;
  /** How many of the new tokens it has seen. */
  seen: number;
}

/** More than any of the systems can check in a second on one core. */
const newTokensPerSecond = 30_000;
const newTokensMin = 100_000;
export const tokenScript = fileURLToPath(new URL("./rotate-tokens.lua", import.meta.url));

/** Measures each system with each kind of token, in rounds that alternate between them. */
export function measureProxies(options: Options): Promise<ProxyResult[]> {
  const newCount = Math.max(newTokensMin, newTokensPerSecond * options.seconds);
  return withSystems(options, newCount, async (systems, tokens) => {
    const subjects = systems.map((each) => ({
      ...each,
      samples: { one: [], known: [], new: [] },
      seen: 0,
    }));
    await compare(subjects, tokens, options);
    return subjects.map(({ name, samples }) => ({ name, samples }));
  });
}

async function compare(subjects: Measured[], tokens: TokenSet, options: Options): Promise<void> {
  for (const subject of subjects) await load(subject, "known", tokens, 2);
  for (let round = 0; round < options.rounds; round++) {
    for (const mode of tokenModes) {
      for (const subject of inOrder(subjects, round)) {
        if (!subject.checks && mode !== "one") continue;
        const sample = await load(subject, mode, tokens, options.seconds);
        subject.samples[mode].push(sample);
        console.log(describe(round, subject.name, mode, sample));
      }
    }
  }
}

async function load(
  subject: Measured,
  mode: TokenMode,
  tokens: TokenSet,
  seconds: number,
): Promise<Sample> {
  const { pid, url } = subject.running;
  const environment = {
    TOKENS: tokens.files[mode],
    FIRST: mode === "new" ? `${subject.seen}` : "0",
  };
  const run = await withCost(subject, () => runWrk(url, seconds, ["-s", tokenScript], environment));
  if (mode === "new") countNew(subject, run.requests, tokens);
  return { ...run, residentMebibytes: residentMebibytes(pid) };
}

/**
 * Each run goes on in the list of new tokens where the one before ended, and is shorter than the
 * list: between two uses of a token lie all the others, several times what the caches hold
 * (nginx's 10,000, Gatepool's 16,384 at most). So no cache is ever hit.
 */
function countNew(subject: Measured, requests: number, tokens: TokenSet): void {
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
