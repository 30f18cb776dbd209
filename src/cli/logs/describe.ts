import type { FilteredLogEvent } from "@aws-sdk/client-cloudwatch-logs";
import { printable } from "../printable.ts";

export type FilteredEvent = FilteredLogEvent;

/** `2026-11-20T21:33:07.123Z what was printed` */
export function describeEvent({ timestamp = 0, message = "" }: FilteredEvent): string {
  return `${new Date(timestamp).toISOString()} ${printable(message.trimEnd())}`;
}
