/** Labels by their keys, as they are kept and as newer services write them. */
export type Tags = Readonly<Record<string, string>>;

/** A tag of a list, as older services write it. Answers may leave members out. */
interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/** The tags of a list, by their keys. */
export function tagsByKey(list: readonly Tag[] = []): Record<string, string> {
  return Object.fromEntries(list.map(({ Key = "", Value = "" }) => [Key, Value]));
}

/** The other way round. */
export function tagList(tags: Tags): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** Without the tags of these keys; those that are not there do no harm. */
export function withoutTags(tags: Tags, keys: readonly string[]): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
}
