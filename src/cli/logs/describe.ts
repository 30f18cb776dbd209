import type { FilteredLogEvent } from "@aws-sdk/client-cloudwatch-logs";

export type FilteredEvent = FilteredLogEvent;

/** `2026-11-20T21:33:07.123Z what was printed` */
export function describeEvent({ timestamp = 0, message = "" }: FilteredEvent): string {
  return `${new Date(timestamp).toISOString()} ${printable(message)}`;
}

/** Whoever calls a function may choose what it prints: that must not steer the terminal. */
function printable(message: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return message.trimEnd().replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, escaped);
}

function escaped(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
