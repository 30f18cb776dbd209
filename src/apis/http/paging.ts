import { badRequest, invalid } from "../domain/refusal.ts";
import type { Listed } from "../part-store.ts";
import type { HttpApiContext } from "./contract.ts";

interface PageInput {
  MaxResults?: string | undefined;
  NextToken?: string | undefined;
}

const pageDefault = 25;
const pageMax = 500;

/**
 * One page of a list, as every list of API Gateway V2 is asked for and answered.
 *
 * @param list what is listed, such as `routes/API`: a token goes on in the same list only
 */
export async function answerPage<Part, Item>(
  { pages, tenant }: HttpApiContext,
  input: PageInput,
  list: string,
  read: (limit: number, after?: string) => Promise<Listed<Part>>,
  describe: (part: Part) => Item,
): Promise<{ Items: Item[]; NextToken?: string }> {
  const scope = `apigatewayv2/${tenant.account}/${tenant.region}/${list}`;
  const limit = limitOf(input.MaxResults);
  const after = input.NextToken ? openToken(input.NextToken) : undefined;
  const page = await read(limit, after);
  const Items = page.items.map(describe);
  return page.next === undefined ? { Items } : { Items, NextToken: pages.seal(page.next, scope) };

  function openToken(token: string): string {
    const position = pages.open(token, scope);
    if (position === undefined) throw wrongToken();
    return position;
  }
}

function limitOf(text: string | undefined): number {
  if (text === undefined || text === "") return pageDefault;
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= pageMax) return limit;
  throw invalid("maxResults", text, `a number from 1 to ${pageMax}`, "ask for fewer at a time");
}

function wrongToken() {
  return badRequest("Invalid nextToken", {
    check: "nextToken",
    expected: "a token that the same list gave out",
    received: "another one",
    change: "start the list again without nextToken",
  });
}
