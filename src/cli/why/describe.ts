import { styleText } from "node:util";
import type { Step, Trace } from "../../diagnostics/trace.ts";

/** A decision, step by step, for a person to read. In colour on a terminal. */
export function describeTrace(trace: Trace): string {
  const { outcome, steps } = trace;
  const width = Math.max(0, ...steps.map(({ check }) => check.length));
  return [
    styleText("bold", trace.subject),
    `${styleText(colorOf(outcome.status), `${outcome.status} ${outcome.text}`.trim())}`,
    styleText("dim", `${timeOf(trace)}, request ${trace.id}`),
    "",
    ...steps.flatMap((step) => describeStep(step, width)),
  ].join("\n");
}

/** A decision in one line. */
export function summarizeTrace({ outcome, ...trace }: Trace): string {
  const status = styleText(colorOf(outcome.status), String(outcome.status));
  return `${timeOf(trace)}  ${status}  ${trace.id}  ${trace.subject}  ${outcome.text}`.trimEnd();
}

const marks = {
  passed: { mark: "✓", color: "green" },
  refused: { mark: "✗", color: "red" },
  noted: { mark: "·", color: "dim" },
} as const;

function describeStep({ check, outcome, detail, reason }: Step, width: number): string[] {
  const { mark, color } = marks[outcome];
  const indent = " ".repeat(4 + width + 2);
  const first = `  ${styleText(color, mark)} ${check.padEnd(width)}  ${indented(detail, indent)}`;
  if (!reason) return [first];
  return [
    first,
    `${indent}expected  ${indented(reason.expected, `${indent}          `)}`,
    `${indent}received  ${indented(reason.received, `${indent}          `)}`,
    `${indent}${styleText("bold", "change")}    ${indented(reason.change, `${indent}          `)}`,
  ];
}

function indented(text: string, indent: string): string {
  return text.replaceAll("\n", `\n${indent}`);
}

function colorOf(status: number): "green" | "red" {
  return status < 400 ? "green" : "red";
}

/** `2026-11-20 21:43:05`, in the reader's own time. */
function timeOf({ at }: Pick<Trace, "at">): string {
  return new Date(at).toLocaleString("sv-SE");
}
