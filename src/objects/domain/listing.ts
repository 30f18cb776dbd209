/** What of a bucket is to be listed. */
export interface ListQuery<Place> {
  readonly prefix: string;
  /** Keys that go on beyond it, after the prefix, are told together. */
  readonly delimiter: string;
  readonly max: number;
  /** Only what comes after this place. */
  readonly after?: Place;
}

/** An item, or what several keys begin with. */
export type Entry<Item> = { readonly item: Item } | { readonly commonPrefix: string };

export interface Listed<Item> {
  readonly entries: readonly Entry<Item>[];
  /** The last entry, where there is more behind it. */
  readonly next?: Entry<Item>;
}

/** A list in the order of its keys. */
export interface Source<Item, Place> {
  read(limit: number, after: Place | undefined): Promise<readonly Item[]>;
  placeOf(item: Item): Place;
  /** After everything of this key, or of one that begins with it. */
  behind(key: string): Place;
}

/** Comes after every key that begins so. */
export const lastCharacter = "\u{10ffff}";

/**
 * Lists keys, those with a common beginning together. Where such a beginning has been told, what
 * is below it is skipped and not read.
 */
export async function listKeys<Item extends { readonly key: string }, Place>(
  query: ListQuery<Place>,
  source: Source<Item, Place>,
): Promise<Listed<Item>> {
  const { max } = query;
  const entries: Entry<Item>[] = [];
  let { after } = query;
  let isOver = max === 0;
  while (!isOver) {
    const limit = Math.min(max - entries.length + 1, 1000);
    const items = await source.read(limit, after);
    isOver = items.length < limit;
    for (const item of items) {
      const next = entries.at(-1);
      if (entries.length === max && next) return { entries, next };
      const commonPrefix = commonPrefixOf(item.key, query);
      entries.push(commonPrefix === undefined ? { item } : { commonPrefix });
      after = commonPrefix === undefined ? source.placeOf(item) : source.behind(commonPrefix);
      if (commonPrefix === undefined) continue;
      isOver = false;
      break;
    }
  }
  return { entries };
}

/** What a key and others like it are told by; undefined where it is told by itself. */
export function commonPrefixOf(
  key: string,
  { prefix, delimiter }: Pick<ListQuery<unknown>, "prefix" | "delimiter">,
): string | undefined {
  if (delimiter === "" || !key.startsWith(prefix)) return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at === -1 ? undefined : key.slice(0, at + delimiter.length);
}
