import type { Properties } from "./properties.ts";
import { readProperties } from "./read-value.ts";
import { findSchema } from "./tables.ts";

/**
 * Whether properties are, without any coercion, what the schema of their type says. What
 * `checkProperties` has returned is.
 */
export function conforms<T extends keyof Properties>(
  type: T,
  properties: unknown,
): properties is Properties[T] {
  const schema = findSchema(type);
  if (schema === undefined) return false;
  return readProperties(schema, properties, { coerces: false }).problems.length === 0;
}
