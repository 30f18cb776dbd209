/**
 * Of what a resource is now, what the properties of the template speak of, at any depth: services
 * answer defaults too, which are no drift.
 */
export function spokenOf<P extends object>(properties: P, actual: Partial<P>): Partial<P> {
  const spoken: Partial<P> = structuredClone(actual);
  trim(properties, spoken);
  return spoken;
}

/** Lists count whole: items are compared one by one only where there are as many. */
function trim(spoken: unknown, actual: unknown): void {
  if (!isObject(spoken) || !isObject(actual)) return;
  if (Array.isArray(actual)) {
    if (Array.isArray(spoken) && spoken.length === actual.length) {
      for (const [at, item] of actual.entries()) trim(spoken[at], item);
    }
    return;
  }
  for (const name of Object.keys(actual)) {
    if (Object.hasOwn(spoken, name)) trim(Reflect.get(spoken, name), Reflect.get(actual, name));
    else Reflect.deleteProperty(actual, name);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
