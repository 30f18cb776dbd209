/** An event as a client sends it. */
export interface SentEvent {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly message: string;
}

/** Which events of a batch are kept, and which were too old or too new. */
export interface JudgedBatch {
  readonly accepted: readonly SentEvent[];
  readonly rejected?: {
    tooNewLogEventStartIndex?: number;
    tooOldLogEventEndIndex?: number;
    expiredLogEventEndIndex?: number;
  };
}

const eventsMax = 10_000;
const bytesMax = 1_048_576;
/** What each event counts besides its text. */
const overheadBytes = 26;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const oldMsMax = 14 * dayMs;
const newMsMax = 2 * hourMs;

/** Checks a batch by the rules of PutLogEvents. AWS: PutLogEvents. */
export function judgeBatch(
  events: readonly SentEvent[],
  { now, retentionInDays }: { now: number; retentionInDays?: number | undefined },
): JudgedBatch | { problem: string } {
  const problem = problemOf(events);
  if (problem !== undefined) return { problem };
  const isExpired = ({ at }: SentEvent) =>
    retentionInDays !== undefined && at < now - retentionInDays * dayMs;
  const expired = events.filter(isExpired).length;
  const old = events.filter(({ at }) => at < now - oldMsMax).length;
  const firstNew = events.findIndex(({ at }) => at > now + newMsMax);
  const end = firstNew === -1 ? events.length : firstNew;
  const rejected = {
    ...(firstNew !== -1 && { tooNewLogEventStartIndex: firstNew }),
    ...(old > 0 && { tooOldLogEventEndIndex: old }),
    ...(expired > 0 && { expiredLogEventEndIndex: expired }),
  };
  const accepted = events.slice(Math.max(old, expired), end);
  return Object.keys(rejected).length === 0 ? { accepted } : { accepted, rejected };
}

function problemOf(events: readonly SentEvent[]): string | undefined {
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) return "Log events in a single PutLogEvents request must be at least 1.";
  if (events.length > eventsMax) return `A batch has at most ${eventsMax} log events.`;
  if (events.some(({ at }) => !Number.isSafeInteger(at) || at < 0)) {
    return "The timestamp of a log event is whole milliseconds since 1970.";
  }
  if (events.some(({ message }) => message === "")) return "Log event message must not be empty.";
  const bytes = events.reduce((sum, event) => sum + sizeOf(event), 0);
  if (bytes > bytesMax) return `Upload too large: ${bytes} bytes exceeds limit of ${bytesMax}`;
  const isInOrder = events.every(({ at }, index) => at >= (events[index - 1]?.at ?? 0));
  if (!isInOrder) {
    return "Log events in a single PutLogEvents request must be in chronological order.";
  }
  if (last.at - first.at <= dayMs) return undefined;
  return "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.";
}

/** What an event counts towards the limits of a batch, and of a page. */
export function sizeOf({ message }: { message: string }): number {
  return Buffer.byteLength(message) + overheadBytes;
}
