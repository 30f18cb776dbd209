import { sizeOf } from "./batch.ts";

/** Where an event stands: its time, and where it lies among those of the same time. */
export interface Placed {
  readonly at: number;
  readonly file: number;
  readonly line: number;
}

export type EventPlace = readonly [at: number, file: number, line: number];

const bytesMax = 1_048_576;

export function placeOf({ at, file, line }: Placed): EventPlace {
  return [at, file, line];
}

/** A place out of a token's numbers. */
export function readPlace(parts: readonly (string | number)[]): EventPlace {
  const [at = 0, file = 0, line = 0] = parts.map(Number);
  return [at, file, line];
}

/** Less than zero when the event stands before the place. */
export function compareToPlace({ at, file, line }: Placed, place: EventPlace): number {
  return at - place[0] || file - place[1] || line - place[2];
}

/** As many of the events as fit into an answer: the first, or the last with `fromEnd`. */
export function pageOf<Event extends { message: string }>(
  events: readonly Event[],
  limit: number,
  fromEnd = false,
): Event[] {
  const ordered = fromEnd ? events.slice(-limit).reverse() : events.slice(0, limit);
  let bytes = 0;
  const count = ordered.findIndex((event, index) => {
    bytes += sizeOf(event);
    return bytes > bytesMax && index > 0;
  });
  const page = count === -1 ? ordered : ordered.slice(0, count);
  return fromEnd ? page.reverse() : page;
}
