import { styleText } from "node:util";
import type { StackEvent } from "@aws-sdk/client-cloudformation";
import { printable } from "../printable.ts";
import { hasFailed, isSettled, type Progress, type Row } from "./progress.ts";

/** What is drawn on. */
export interface Canvas {
  readonly width: number;
  /** Lines; without it, everything is drawn. */
  readonly height?: number;
  readonly color: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

type Style = "green" | "red" | "yellow" | "dim" | "bold";
type Line = readonly { readonly text: string; readonly style?: Style }[];

/** A stack with its resources below, in no more lines and columns than the canvas has. */
export function drawTree(progress: Progress, canvas: Canvas): string[] {
  const rows = [...progress.rows.values()];
  const shown = fitting(rows, (canvas.height ?? Number.POSITIVE_INFINITY) - 2);
  const hidden = rows.length - shown.length;
  const widths = {
    status: Math.max(0, ...shown.map(({ status }) => status.length)),
    type: Math.max(0, ...shown.map(({ type }) => type.length)),
  };
  const lines = [
    titleOf(progress, canvas),
    ...(hidden > 0 ? [[{ text: `├─ ${hidden} more are done`, style: "dim" } as const]] : []),
    ...shown.flatMap((row, index) => {
      const isLast = index === shown.length - 1;
      return linesOf(row, isLast, widths, canvas);
    }),
  ];
  return lines.map((line) => render(line, canvas));
}

/** Where there is no room for all, those that are done longest ago are left out. */
function fitting(rows: readonly Row[], height: number): readonly Row[] {
  let excess = rows.reduce((sum, row) => sum + heightOf(row), 0) - height;
  if (excess <= 0) return rows;
  const done = rows.filter((row) => row.endedAt !== undefined && row.failure === undefined);
  const left = new Set<Row>();
  for (const row of done.sort((one, other) => (one.endedAt ?? 0) - (other.endedAt ?? 0))) {
    if (excess <= 0) break;
    left.add(row);
    excess -= heightOf(row);
  }
  const remaining = rows.filter((row) => !left.has(row));
  return height < remaining.length ? remaining.slice(0, Math.max(0, height)) : remaining;
}

function heightOf(row: Row): number {
  return row.failure === undefined ? 1 : 2;
}

function titleOf({ stackName, status, startedAt, endedAt }: Progress, { now }: Canvas): Line {
  return [
    { text: printable(stackName), style: "bold" },
    { text: "  " },
    { text: status || "waiting", style: isSettled({ status }) ? styleOf(status) : "yellow" },
    { text: `  ${durationOf(startedAt, endedAt ?? now)}`, style: "dim" },
  ];
}

function linesOf(
  row: Row,
  isLast: boolean,
  widths: { readonly status: number; readonly type: number },
  { now }: Canvas,
): Line[] {
  const { status, type, logicalId, startedAt, endedAt, failure } = row;
  const first: Line = [
    { text: isLast ? "└─ " : "├─ ", style: "dim" },
    { text: `${markOf(row)} ${status.padEnd(widths.status)}`, style: styleOf(status) },
    { text: `  ${printable(type).padEnd(widths.type)}  ${printable(logicalId)}` },
    { text: `  ${durationOf(startedAt, endedAt ?? now)}`, style: "dim" },
  ];
  if (failure === undefined) return [first];
  const branch = { text: isLast ? "     " : "│    ", style: "dim" } as const;
  return [first, [branch, { text: oneLine(failure), style: "red" }]];
}

function styleOf(status: string): Style {
  if (hasFailed({ status })) return "red";
  if (status.endsWith("_IN_PROGRESS")) return "yellow";
  return /ROLLBACK/.test(status) ? "red" : "green";
}

function markOf({ status, failure }: Row): string {
  if (failure !== undefined) return "✗";
  return status.endsWith("_IN_PROGRESS") ? "…" : "✓";
}

/** `0.4s`, `12.0s`, `2m 5s`: exact enough to see what takes long. */
function durationOf(startedAt: number, endedAt: number): string {
  const seconds = Math.max(0, endedAt - startedAt) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)}s`;
  return `${Math.floor(seconds / 60)}m ${Math.floor(seconds % 60)}s`;
}

/** A line cut to the width, and coloured. */
function render(line: Line, { width, color }: Canvas): string {
  let room = width;
  let text = "";
  for (const part of line) {
    const cut = [...part.text].slice(0, room).join("");
    room -= [...cut].length;
    const isStyled = color && part.style !== undefined && cut !== "";
    text += isStyled ? styleText(part.style, cut, { validateStream: false }) : cut;
  }
  return text.trimEnd();
}

/** An event as a line, where nothing can be drawn anew. */
export function describeEvent(event: StackEvent): string {
  const { Timestamp, ResourceStatus, ResourceType, LogicalResourceId } = event;
  const time = Timestamp?.toISOString().slice(11, 19) ?? "";
  const reason = event.ResourceStatusReason;
  const parts = [time, ResourceStatus, ResourceType, LogicalResourceId, reason];
  return parts.flatMap((part) => (part === undefined ? [] : oneLine(part))).join("  ");
}

/** What is to be read at the end of a deployment that has failed. */
export function describeFailure(progress: Progress): string {
  const { stackName, status, firstFailure, stackReason } = progress;
  const reason = firstFailure
    ? `${firstFailure.logicalId} (${firstFailure.type}): ${firstFailure.failure}`
    : (stackReason ?? "no resource tells why");
  return `${stackName} is ${status}. ${oneLine(reason)}\n${adviceFor(status)}`;
}

function adviceFor(status: string): string {
  if (status === "ROLLBACK_COMPLETE") {
    return "Nothing of it is left. Change what it names, and deploy again.";
  }
  if (status === "UPDATE_ROLLBACK_COMPLETE") {
    return "The stack is as it was before. Change what it names, and deploy again.";
  }
  if (status === "DELETE_FAILED") {
    return "What could be removed is gone. Change what it names, and run this again.";
  }
  if (status.includes("ROLLBACK")) {
    return "Not everything could be undone. Remove the stack by `gatepool destroy`, or repair it.";
  }
  if (status === "CREATE_FAILED") {
    return "What was made until then stands, until the next deployment makes the stack anew.";
  }
  return "What was made until then stands. Change what it names, and deploy again.";
}

/** Whatever a reason holds, it steers no terminal and keeps to its line. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, " ").trim());
}
