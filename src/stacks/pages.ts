import { type StacksContext, validationError } from "./contract.ts";

/** A page of storage, whatever is on it. */
interface Listed<Item> {
  readonly items: readonly { readonly value: Item }[];
  readonly next?: string;
}

const itemsMax = 100;

/**
 * One page of a list, as all lists of CloudFormation are asked for.
 *
 * @param list what is listed: a token goes on in the same list only
 */
export async function pageOf<Item>(
  { tenant, pageTokens }: StacksContext,
  token: string | undefined,
  list: string,
  read: (limit: number, after?: string) => Promise<Listed<Item>>,
): Promise<{ items: Item[]; NextToken?: string }> {
  const scope = `cloudformation/${tenant.account}/${tenant.region}/${list}`;
  const page = await read(itemsMax, token ? open(token) : undefined);
  const items = page.items.map(({ value }) => value);
  if (page.next === undefined) return { items };
  return { items, NextToken: pageTokens.seal(page.next, scope) };

  function open(sealed: string): string {
    const position = pageTokens.open(sealed, scope);
    if (position !== undefined) return position;
    throw validationError("Invalid NextToken.", {
      reason: {
        check: "NextToken",
        expected: "a token that the same list gave out",
        received: "another one",
        change: "start the list again without NextToken",
      },
    });
  }
}
