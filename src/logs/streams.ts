import type { CreatedStream } from "./group-files.ts";
import type { LogEvent } from "./log-files.ts";

/** What is known of a stream; times in milliseconds since the epoch. */
export interface StreamSummary {
  readonly name: string;
  readonly createdAt: number;
  readonly firstAt?: number;
  readonly lastAt?: number;
  readonly lastIngestedAt?: number;
}

/** The streams that were made, and those that have events, by their names. */
export function summariesOf(
  created: readonly CreatedStream[],
  events: readonly (LogEvent & { ingestedAt: number })[],
): StreamSummary[] {
  const streams = new Map<string, StreamSummary>(created.map((stream) => [stream.name, stream]));
  for (const { stream: name, at, ingestedAt } of events) {
    const before = streams.get(name) ?? { name, createdAt: ingestedAt };
    streams.set(name, {
      ...before,
      firstAt: before.firstAt ?? at,
      lastAt: at,
      lastIngestedAt: Math.max(before.lastIngestedAt ?? 0, ingestedAt),
    });
  }
  return [...streams.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
