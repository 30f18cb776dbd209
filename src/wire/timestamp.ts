/** How a timestamp is written: a number, an ISO 8601 text, or an HTTP date. */
export type TimestampFormat = "iso8601" | "epoch" | "http";

/** A number of seconds (with milliseconds) for `epoch`, else text. */
export function writeTimestamp(time: Date, format: TimestampFormat): number | string {
  switch (format) {
    case "epoch":
      return time.getTime() / 1000;
    case "http":
      return time.toUTCString();
    case "iso8601":
      return time.getMilliseconds() === 0
        ? `${time.toISOString().slice(0, 19)}Z`
        : time.toISOString();
  }
}

/** Reads any of the three; undefined when it is none of them. */
export function readTimestamp(value: unknown): Date | undefined {
  const time = new Date(millisecondsOf(value));
  return Number.isNaN(time.getTime()) ? undefined : time;
}

function millisecondsOf(value: unknown): number {
  if (typeof value === "number") return Math.round(value * 1000);
  if (typeof value !== "string" || value.length > 40) return Number.NaN;
  if (/^-?\d+(\.\d+)?$/.test(value)) return Math.round(Number(value) * 1000);
  // A date needs its year written out: Date.parse would take "1" for one.
  return /\d{4}/.test(value) ? Date.parse(value) : Number.NaN;
}
