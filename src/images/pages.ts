import { type ImagesContext, invalid } from "./contract.ts";

/** Where a list goes on, from the token that a client sent back. */
export function openToken(token: string, list: string, { pageTokens }: ImagesContext): string {
  const position = pageTokens.open(token, list);
  if (position !== undefined) return position;
  throw invalid("Invalid parameter at 'nextToken': it is not one of this list");
}
