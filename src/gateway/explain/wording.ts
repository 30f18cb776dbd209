import type { Step } from "../../diagnostics/trace.ts";
import type { Reason } from "../../foundation/reason.ts";

/** A step that was taken. */
export function passed(check: string, detail: string): Step {
  return { check, outcome: "passed", detail };
}

/** Something worth knowing that decided nothing. */
export function noted(check: string, detail: string): Step {
  return { check, outcome: "noted", detail };
}

/** The step at which a request ended. */
export function refusedStep(detail: string, reason: Reason): Step {
  return { check: reason.check, outcome: "refused", detail, reason };
}

/** A value out of a request or a token, as it may stand in a trace: quoted, and not too long. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? "absent";
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}

/** `"a", "b"`; or `none`. */
export function quoteAll(values: readonly string[]): string {
  return values.length === 0 ? "none" : values.map(quote).join(", ");
}

/** A time of a token, in seconds since the epoch, and how far that is from now. */
export function tellTime(seconds: number, nowMs: number): string {
  const date = new Date(seconds * 1000);
  const far = Math.round(seconds - nowMs / 1000);
  const distance = far > 0 ? `${far} s from now` : `${-far} s ago`;
  const written = Number.isNaN(date.getTime()) ? "a time beyond all calendars" : date.toISOString();
  return `${seconds} (${written}, ${distance})`;
}
