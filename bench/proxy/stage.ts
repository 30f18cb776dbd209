import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Options } from "../options.ts";
import { cpuSeconds } from "../processes.ts";
import { makeCertificate } from "./certificate.ts";
import { proveCorrect } from "./correctness.ts";
import { startIssuer } from "./issuer.ts";
import { type RunningSystem, type System, systems } from "./systems.ts";
import { makeTokens, type TokenSet } from "./tokens.ts";
import { startUpstream } from "./upstream.ts";

/** A system that is running, and does what it has to. */
export interface Subject extends System {
  readonly running: RunningSystem;
}

/** Starts the systems, proves them correct, and ends them after `run`. */
export async function withSystems<Result>(
  options: Options,
  newCount: number,
  run: (subjects: readonly Subject[], tokens: TokenSet) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "gatepool-bench-"));
  const issuer = await startIssuer();
  const expected = {
    issuer: issuer.issuer,
    audience: "benchclient0123456789abcde",
    scope: "bench/read",
    keyId: "bench-key-1",
  };
  console.log("Signing tokens ...");
  const tokens = await makeTokens(folder, expected, newCount);
  issuer.publish(tokens.jwk);
  makeCertificate(folder);
  const upstream = await startUpstream(folder);
  const subjects: Subject[] = [];
  try {
    for (const system of systems.filter(({ name }) => options.systems.test(name))) {
      const running = await system.start({ folder, upstreamPort: upstream.port, expected });
      subjects.push({ ...system, running });
      await proveCorrect(system, running, tokens);
      console.log(`${system.name} lets the good token through and refuses the bad ones`);
    }
    return await run(subjects, tokens);
  } finally {
    for (const { running } of subjects) await running.stop();
    await upstream.stop();
    issuer.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a system did, and the CPU time that each request took it. */
export async function withCost<Run extends { readonly requests: number; readonly errors: number }>(
  { name, running }: Subject,
  load: () => Promise<Run>,
): Promise<Run & { readonly cpuMicroseconds: number }> {
  const before = cpuSeconds(running.pid);
  const run = await load();
  const cpuMicroseconds = ((cpuSeconds(running.pid) - before) * 1e6) / run.requests;
  if (run.errors > 0) throw new Error(`${name}: ${run.errors} of ${run.requests} requests failed`);
  return { ...run, cpuMicroseconds };
}

/** Systems in the order of a round: to and fro, so that none always comes after the same one. */
export function inOrder<Each>(subjects: readonly Each[], round: number): readonly Each[] {
  return round % 2 === 0 ? subjects : subjects.toReversed();
}
