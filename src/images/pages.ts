import { InvalidPageToken } from "../wire/paging.ts";
import { type ImagesContext, invalid } from "./contract.ts";

/** Where a list goes on, from the token that a client sent back. */
export function openToken(token: string, list: string, { pageTokens }: ImagesContext): string {
  try {
    return pageTokens.open(token, list);
  } catch (error) {
    if (!(error instanceof InvalidPageToken)) throw error;
    throw invalid("Invalid parameter at 'nextToken': it is not one of this list");
  }
}
