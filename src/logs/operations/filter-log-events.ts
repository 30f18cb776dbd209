import { type InputOf, invalid, operation } from "../contract.ts";
import { compareToPlace, pageOf, placeOf, readPlace } from "../domain/event-page.ts";
import { type MessageFilter, readFilterPattern } from "../domain/filter-pattern.ts";
import { findGroup } from "../groups.ts";
import type { KeptEvent } from "../log-files.ts";
import { openPlace, sealPlace } from "../paging.ts";

type Query = InputOf<"FilterLogEvents">;

const limitDefault = 10_000;

/** Reads the events of a group, or of some of its streams, in the order of their times. */
export const filterLogEvents = operation("FilterLogEvents", {
  access: "iam",
  async run(input, context) {
    const { startTime = 0, endTime, limit = limitDefault, nextToken } = input;
    const group = await findGroup(input, context);
    const isMeant = matcherOf(input);
    const { logStreamNames, logStreamNamePrefix, filterPattern } = input;
    const query = [logStreamNames, logStreamNamePrefix, filterPattern, startTime, endTime];
    const list = ["filtered", group.name, ...query];
    const place = openPlace(nextToken, list, context);
    // The end is one of the times that are meant, here and not in GetLogEvents.
    const to = endTime === undefined ? Number.POSITIVE_INFINITY : endTime + 1;
    const after = place && readPlace(place);
    const from = Math.max(startTime, after?.[0] ?? 0);
    const events = (await context.logs.read(group, { from, to })).filter(
      (event) => isMeant(event) && (!after || compareToPlace(event, after) > 0),
    );
    const page = pageOf(events, limit);
    const last = page.at(-1);
    const more = last !== undefined && events.length > page.length;
    return {
      events: page.map(describe),
      searchedLogStreams: [],
      ...(more && { nextToken: sealPlace(placeOf(last), list, context) }),
    };
  },
});

function matcherOf({ logStreamNames, logStreamNamePrefix, filterPattern = "" }: Query) {
  if (logStreamNames && logStreamNamePrefix !== undefined) {
    throw invalid("LogStreamNames and LogStreamNamePrefix cannot be used together.");
  }
  const names = logStreamNames && new Set(logStreamNames);
  const hasText = readPattern(filterPattern);
  return ({ stream, message }: KeptEvent) =>
    names?.has(stream) !== false &&
    stream.startsWith(logStreamNamePrefix ?? "") &&
    hasText(message);
}

function readPattern(pattern: string): MessageFilter {
  const filter = readFilterPattern(pattern);
  if (typeof filter === "function") return filter;
  throw invalid(filter.problem, {
    reason: {
      check: "filterPattern",
      expected: 'terms, "phrases in quotes", ?either ?or, -without',
      received: pattern,
      change: "put terms with other characters than letters, digits and _ into double quotes",
    },
  });
}

function describe({ at, file, line, stream, message, ingestedAt }: KeptEvent) {
  return {
    logStreamName: stream,
    timestamp: at,
    message,
    ingestionTime: ingestedAt,
    eventId: [digits(at, 20), digits(file, 16), digits(line, 20)].join(""),
  };
}

/** Readers that follow a group tell events apart by their ids: 56 digits at AWS. */
function digits(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
