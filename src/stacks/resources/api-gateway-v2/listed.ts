import { unlessGone } from "../answers.ts";

/** What lists of the service answer. */
interface Page<Item> {
  readonly Items?: readonly Item[] | undefined;
  readonly NextToken?: string | undefined;
}

/** Everything that a list has; nothing when the API is gone. */
export async function listed<Item>(
  pageAt: (NextToken: string | undefined) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let NextToken: string | undefined;
  do {
    const page = await unlessGone(pageAt(NextToken));
    items.push(...(page?.Items ?? []));
    NextToken = page?.NextToken;
  } while (NextToken !== undefined);
  return items;
}
