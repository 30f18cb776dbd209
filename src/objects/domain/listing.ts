/** What of a bucket is to be listed. */
export interface ListQuery {
  readonly prefix: string;
  /** Keys that go on beyond it, after the prefix, are told together. */
  readonly delimiter: string;
  readonly max: number;
  /** Keys after this one only. */
  readonly after?: string;
}

/** An item, or what several keys begin with. */
export type Entry<Item> = { readonly item: Item } | { readonly commonPrefix: string };

export interface Listed<Item> {
  readonly entries: readonly Entry<Item>[];
  /** Where the list goes on; absent at its end. */
  readonly next?: string;
}

/** Comes after every key that begins so. */
const last = "\u{10ffff}";

/**
 * Lists keys, those with a common beginning together. Where such a beginning has been told, what
 * is below it is skipped and not read.
 *
 * @param read answers items by their keys, after one of them
 */
export async function listKeys<Item extends { readonly key: string }>(
  query: ListQuery,
  read: (limit: number, after: string | undefined) => Promise<readonly Item[]>,
): Promise<Listed<Item>> {
  const { max } = query;
  const entries: Entry<Item>[] = [];
  let after = startOf(query);
  while (max > 0) {
    const limit = Math.min(max - entries.length + 1, 1000);
    const items = await read(limit, after);
    for (const item of items) {
      if (entries.length === max) return { entries, ...nextOf(entries) };
      const commonPrefix = commonPrefixOf(item.key, query);
      after = commonPrefix === undefined ? item.key : commonPrefix + last;
      entries.push(commonPrefix === undefined ? { item } : { commonPrefix });
      if (commonPrefix !== undefined) break;
    }
    const isOver = items.length < limit && after === items.at(-1)?.key;
    if (items.length === 0 || isOver) break;
  }
  return { entries };
}

function nextOf<Item extends { readonly key: string }>(entries: readonly Entry<Item>[]) {
  const entry = entries.at(-1);
  if (entry === undefined) return {};
  return { next: "item" in entry ? entry.item.key : entry.commonPrefix };
}

/** After a common beginning that was told before, all that is below it has been told. */
function startOf(query: ListQuery): string | undefined {
  const { after } = query;
  if (after === undefined) return undefined;
  return commonPrefixOf(after, query) === after ? after + last : after;
}

export function commonPrefixOf(
  key: string,
  { prefix, delimiter }: Pick<ListQuery, "prefix" | "delimiter">,
): string | undefined {
  if (delimiter === "" || !key.startsWith(prefix)) return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at === -1 ? undefined : key.slice(0, at + delimiter.length);
}
