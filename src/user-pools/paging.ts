import type { PageTokens } from "../wire/paging.ts";
import { invalidParameter } from "./domain/faults.ts";

/** The longest page of users and groups, and the one that no Limit asks for. */
export const pageMax = 60;

/** Where a list goes on, from the token that a client sent back. */
export function positionOf(
  tokens: PageTokens,
  token: string | undefined,
  list: string,
): string | undefined {
  if (token === undefined) return undefined;
  const position = tokens.open(token, list);
  if (position !== undefined) return position;
  throw invalidParameter("Invalid pagination token given.", {
    check: "pagination token",
    expected: "a token of this very list, of the same filter and the same operation",
    received: "another text",
    change: "Send the token of the page before unchanged, or start from the first page.",
  });
}

/** The token for the page that follows; absent after the last one. */
export function sealPosition(
  tokens: PageTokens,
  next: string | undefined,
  list: string,
): string | undefined {
  return next === undefined ? undefined : tokens.seal(next, list);
}
