import { Fault } from "../../foundation/fault.ts";
import type { PageTokens } from "../../wire/paging.ts";

/** How IAM asks for a page. */
export interface PageRequest {
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}

/** How many items IAM answers when nobody says. */
export const itemsDefault = 100;

/**
 * Reads a marker.
 * @throws Fault ValidationError when it is not one that this list gave out.
 */
export function openMarker(tokens: PageTokens, marker: string, context: string): string {
  const position = tokens.open(marker, context);
  if (position === undefined) throw new Fault("ValidationError", "Invalid Marker.");
  return position;
}

/**
 * Cuts a page out of names that are all at hand, in order; a marker tells the last name before.
 * @param context what is listed, so that its markers fit no other list
 */
export function pageOf(
  names: readonly string[],
  { Marker, MaxItems = itemsDefault }: PageRequest,
  tokens: PageTokens,
  context: string,
) {
  const after = Marker === undefined ? undefined : openMarker(tokens, Marker, context);
  const rest = after === undefined ? names : names.filter((name) => name > after);
  const items = rest.slice(0, MaxItems);
  const last = items.at(-1);
  if (last === undefined || items.length === rest.length) return { items, IsTruncated: false };
  return { items, IsTruncated: true, Marker: tokens.seal(last, context) };
}
