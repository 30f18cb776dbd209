/**
 * Names of the members that an update put back to their defaults. Updates replace everything, so
 * that what a caller leaves out is lost: worth a line in the log.
 */
export function resetMembers<Settings extends object>(
  before: Settings,
  after: Settings,
  defaults: Settings,
): string[] {
  const [old, now, unset] = [before, after, defaults].map(
    (settings) => new Map(Object.entries(settings)),
  );
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return [...(old?.keys() ?? [])].filter(
    (name) => !same(old?.get(name), unset?.get(name)) && same(now?.get(name), unset?.get(name)),
  );
}
