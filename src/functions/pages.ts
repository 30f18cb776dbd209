import { type FunctionsContext, fault } from "./contract.ts";

/** Lambda gives no more at once, however many are asked for. */
const pageMax = 50;

interface Asked {
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}

/** How many things a page has, and behind which of the list it begins. */
export function readPage({ Marker, MaxItems }: Asked, list: string, context: FunctionsContext) {
  const limit = Math.min(MaxItems ?? pageMax, pageMax);
  if (!Marker) return { limit };
  const after = context.markers.open(Marker, list);
  if (after === undefined) throw fault("InvalidParameterValueException", "Invalid Marker");
  return { limit, after };
}

/** The marker of the page that follows; nothing behind the last one. */
export function nextMarker(next: string | undefined, list: string, { markers }: FunctionsContext) {
  return next === undefined ? {} : { NextMarker: markers.seal(next, list) };
}

/** A page of things that are in memory, in the order of their keys. */
export function pageOf<T>(
  all: readonly (readonly [key: string, thing: T])[],
  list: string,
  asked: Asked,
  context: FunctionsContext,
): { items: T[]; next: { NextMarker?: string } } {
  const { limit, after } = readPage(asked, list, context);
  const rest = after === undefined ? all : all.filter(([key]) => key > after);
  const page = rest.slice(0, limit);
  const last = rest.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(([, thing]) => thing),
    next: nextMarker(last?.[0], list, context),
  };
}
