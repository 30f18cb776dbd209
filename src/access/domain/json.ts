/** A JSON object whose members are yet to be looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Policies write one value or a list of them, and true or 5 as well as "true" or "5".
 * @returns the values as text; undefined when there is anything else among them.
 */
export function stringsOf(value: unknown): string[] | undefined {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const scalars = list.filter(
    (item) => typeof item === "string" || typeof item === "number" || typeof item === "boolean",
  );
  return scalars.length === list.length ? scalars.map(String) : undefined;
}
