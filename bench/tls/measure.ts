import type { Options } from "../options.ts";
import { tokenScript } from "../proxy/measure.ts";
import { inOrder, type Subject, withCost, withSystems } from "../proxy/stage.ts";
import type { TokenSet } from "../proxy/tokens.ts";
import { runWrk } from "../wrk.ts";
import { runHandshakes } from "./handshakes.ts";
import { knowsHttp2, runHttp2 } from "./http2.ts";

/** What a load did in one run. */
export interface TlsLoad {
  readonly requests: number;
  readonly requestsPerSecond: number;
  readonly errors: number;
}

export interface TlsSample extends TlsLoad {
  /** CPU time of the system under test for each request or handshake. */
  readonly cpuMicroseconds: number;
}

/** Kinds of load over HTTPS, with tokens that a cache holds. */
export const tlsKinds = ["requests", "connections", "handshakes", "HTTP/2"] as const;
export type TlsKind = (typeof tlsKinds)[number];

export interface TlsResult {
  readonly name: string;
  /** `HTTP/2` is empty where there was nothing to measure it with. */
  readonly samples: Readonly<Record<TlsKind, readonly TlsSample[]>>;
}

/** The systems of the proxy comparison over HTTPS, in rounds that alternate between them. */
export function measureTls(options: Options): Promise<TlsResult[]> {
  return withSystems(options, 1, async (systems, tokens) => {
    const kinds = tlsKinds.filter((kind) => kind !== "HTTP/2" || knowsHttp2());
    const subjects = systems.map((each) => ({ ...each, samples: emptySamples() }));
    for (const subject of subjects) await load(subject, "requests", tokens, 2);
    for (let round = 0; round < options.rounds; round++) {
      for (const kind of kinds) {
        for (const subject of inOrder(subjects, round)) {
          const sample = await load(subject, kind, tokens, options.seconds);
          subject.samples[kind].push(sample);
          console.log(describe(round, subject.name, kind, sample));
        }
      }
    }
    return subjects.map(({ name, samples }) => ({ name, samples }));
  });
}

function emptySamples(): Record<TlsKind, TlsSample[]> {
  return { requests: [], connections: [], handshakes: [], "HTTP/2": [] };
}

function load(
  subject: Subject,
  kind: TlsKind,
  { good, files }: TokenSet,
  seconds: number,
): Promise<TlsSample> {
  const { tlsUrl } = subject.running;
  const requests = (environment: Readonly<Record<string, string>>) => () =>
    runWrk(tlsUrl, seconds, ["-s", tokenScript], { TOKENS: files.known, ...environment });
  const loads: Record<TlsKind, () => Promise<TlsLoad>> = {
    requests: requests({}),
    connections: requests({ CONNECTION: "close" }),
    handshakes: () => runHandshakes(tlsUrl, seconds),
    "HTTP/2": () => runHttp2(tlsUrl, seconds, good),
  };
  return withCost(subject, loads[kind]);
}

function describe(round: number, name: string, kind: TlsKind, sample: TlsSample): string {
  const { requestsPerSecond, cpuMicroseconds } = sample;
  const rate = `${Math.round(requestsPerSecond)}/s`;
  return `${round + 1} ${name}, TLS ${kind}: ${rate}, CPU ${cpuMicroseconds.toFixed(1)} µs`;
}
