import { untilWritten } from "./changes.ts";
import type { FunctionsContext } from "./contract.ts";
import type { FunctionRecord, LatestRecord } from "./domain/record.ts";
import { findFunction } from "./lookup.ts";
import type { StoredRecord } from "./store.ts";

/**
 * Keeps a function as it is now under the next number. Where nothing has changed since the last
 * version, that one is it, as on Lambda.
 *
 * @returns undefined when another call has changed the function meanwhile
 */
export async function publish(
  before: StoredRecord,
  description: string | undefined,
  context: FunctionsContext,
): Promise<FunctionRecord | undefined> {
  const { functions, random } = context;
  const latest = before.value;
  const { lastPublished } = latest;
  if (lastPublished?.generation === latest.generation) {
    const last = String(lastPublished.version);
    const standing = await functions.getVersion(latest.tenant, latest.name, last);
    if (standing) return standing;
  }
  const number = (lastPublished?.version ?? 0) + 1;
  const version: FunctionRecord = {
    ...settingsOf(latest),
    version: String(number),
    description: description ?? latest.description,
    generation: random.uuid(),
    revisionId: random.uuid(),
    modifiedAt: context.clock.now(),
  };
  const record: LatestRecord = {
    ...latest,
    versions: { ...latest.versions, [number]: latest.code },
    lastPublished: { version: number, generation: latest.generation },
    revisionId: random.uuid(),
  };
  if (!(await functions.publish(version, record, before))) return undefined;
  context.changed(latest, record);
  return version;
}

/** Publishes a function as it is by now. */
export function publishLatest(name: string, context: FunctionsContext): Promise<FunctionRecord> {
  return untilWritten(name, async () =>
    publish(await findFunction(name, undefined, context), undefined, context),
  );
}

/** Without what belongs to all versions together. */
function settingsOf(latest: LatestRecord): FunctionRecord {
  const { versions, lastPublished, aliases, policies, urls, reservedConcurrency, ...settings } =
    latest;
  return settings;
}
