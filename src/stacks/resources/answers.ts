import { isGone } from "../engine/failure.ts";

/** A member that an operation always answers, though its type leaves that open. */
export function answered<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("an operation left out what it always answers");
  return value;
}

/** What an operation answers about something; undefined when that is not there. */
export async function unlessGone<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/**
 * Of what a resource is now, what the properties of the template speak of. Each of them counts
 * whole, as documents, maps and lists do, to which somebody may have added; for structures that
 * services fill up with defaults there is `spokenOf`.
 */
export function asFarAs<P extends object>(properties: P, actual: Partial<P>): Partial<P> {
  const spoken: Partial<P> = { ...actual };
  for (const name in spoken) if (!Object.hasOwn(properties, name)) delete spoken[name];
  return spoken;
}
