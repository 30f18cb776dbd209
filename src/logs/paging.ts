import { invalid, type LogsContext } from "./contract.ts";

/** Seals a place in a list for whoever reads on. `list` says which list, and whose. */
export function sealPlace(
  place: readonly (string | number)[],
  list: readonly unknown[],
  context: LogsContext,
): string {
  return context.pageTokens.seal(JSON.stringify(place), listName(list, context));
}

/** The place that a token holds; undefined without a token. */
export function openPlace(
  token: string | undefined,
  list: readonly unknown[],
  context: LogsContext,
): (string | number)[] | undefined {
  if (token === undefined) return undefined;
  const position = context.pageTokens.open(token, listName(list, context));
  if (position !== undefined) return JSON.parse(position);
  throw invalid("The specified nextToken is invalid.", {
    reason: {
      check: "nextToken",
      expected: "a token of this very list, with the same filter",
      received: "another text",
      change: "send the token of the page before unchanged, or start from the first page",
    },
  });
}

function listName(list: readonly unknown[], { tenant }: LogsContext): string {
  return `logs/${JSON.stringify([tenant.account, tenant.region, ...list])}`;
}
