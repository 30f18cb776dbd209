import { type InputOf, invalid, type LogsContext, operation } from "../contract.ts";
import {
  compareToPlace,
  type EventPlace,
  pageOf,
  placeOf,
  readPlace,
} from "../domain/event-page.ts";
import { findGroup } from "../groups.ts";
import type { KeptEvent } from "../log-files.ts";
import { openPlace, sealPlace } from "../paging.ts";
import { findStream } from "../stream-lookup.ts";

type Query = InputOf<"GetLogEvents">;

const limitDefault = 10_000;

/** Reads a stream, forwards or backwards. */
export const getLogEvents = operation("GetLogEvents", {
  access: "iam",
  async run(input, context) {
    const { logStreamName, startTime = 0, endTime = Number.POSITIVE_INFINITY, nextToken } = input;
    const group = await findGroup(input, context);
    const list = ["events", group.name, logStreamName];
    const token = readToken(nextToken, list, context);
    const inTime = await context.logs.read(group, { from: startTime, to: endTime });
    const events = inTime.filter(({ stream }) => stream === logStreamName);
    if (events.length === 0) await findStream(group, logStreamName, context);
    const page = choose(events, input, token);
    const seal = (direction: "f" | "b", place: EventPlace) =>
      `${direction}/${sealPlace(place, [...list, direction], context)}`;
    const [first, last] = [page[0], page.at(-1)];
    const forward = last ? placeOf(last) : (token?.place ?? [startTime, 0, 0]);
    const backward = first ? placeOf(first) : (token?.place ?? [startTime, 0, 0]);
    // At the end of a stream a reader gets the token back that it came with, to know it by.
    const isEnd = (direction: "f" | "b") => page.length === 0 && token?.direction === direction;
    return {
      events: page.map(({ at, message, ingestedAt }) => ({
        timestamp: at,
        message,
        ingestionTime: ingestedAt,
      })),
      nextForwardToken: isEnd("f") ? nextToken : seal("f", forward),
      nextBackwardToken: isEnd("b") ? nextToken : seal("b", backward),
    };
  },
});

interface Token {
  readonly direction: "f" | "b";
  readonly place: EventPlace;
}

function readToken(
  text: string | undefined,
  list: readonly unknown[],
  context: LogsContext,
): Token | undefined {
  if (text === undefined) return undefined;
  const direction = text.startsWith("f/") ? "f" : "b";
  if (!/^[fb]\//.test(text)) throw invalid("The specified nextToken is invalid.");
  const parts = openPlace(text.slice(2), [...list, direction], context) ?? [];
  return { direction, place: readPlace(parts) };
}

function choose(
  events: readonly KeptEvent[],
  { limit = limitDefault, startFromHead = false }: Query,
  token: Token | undefined,
): KeptEvent[] {
  if (!token) return pageOf(events, limit, !startFromHead);
  const { direction, place } = token;
  if (direction === "f") {
    return pageOf(
      events.filter((event) => compareToPlace(event, place) > 0),
      limit,
    );
  }
  return pageOf(
    events.filter((event) => compareToPlace(event, place) < 0),
    limit,
    true,
  );
}
