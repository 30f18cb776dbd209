import type { LatestRecord } from "./record.ts";

/** A name for a version, which can be moved to another one. */
export interface Alias {
  readonly description: string;
  readonly version: string;
  /** A second version that gets a part of the events, from 0 to 1. */
  readonly second?: { readonly version: string; readonly weight: number };
  readonly revisionId: string;
}

/**
 * The version that a qualifier stands for; undefined when there is none.
 * @param chance drawn evenly from 0 to 1, where an alias may choose; else its first version is it
 */
export function versionOf(
  { aliases, versions }: LatestRecord,
  qualifier = "$LATEST",
  chance = 1,
): string | undefined {
  if (qualifier === "$LATEST" || Object.hasOwn(versions, qualifier)) return qualifier;
  const alias = Object.hasOwn(aliases, qualifier) ? aliases[qualifier] : undefined;
  if (alias?.second && chance < alias.second.weight) return alias.second.version;
  return alias?.version;
}

/** Names of the aliases that lead to a version. */
export function aliasesOf({ aliases }: LatestRecord, version: string): string[] {
  return Object.entries(aliases)
    .filter(([, alias]) => alias.version === version || alias.second?.version === version)
    .map(([name]) => name);
}
