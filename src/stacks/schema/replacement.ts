import { isDeepStrictEqual } from "node:util";
import type { Property, PropertyType, ResourceSchema } from "./resource-schema.ts";
import { findSchema } from "./tables.ts";

/** What another set of properties means for a resource that stands. */
export interface PropertiesChange {
  /** Names of the properties that differ, by the alphabet. */
  readonly changed: readonly string[];
  readonly replacement: Replacement;
}

/**
 * `Conditional` leaves it to the resource type: its update may throw `NeedsReplacement`, and does
 * so when what has changed cannot be changed in place. A change set shows the word as it is.
 */
type Replacement = "True" | "False" | "Conditional";

type Structures = ResourceSchema["structures"];

/**
 * Compares properties as `checkProperties` has returned them. The order of a list counts, that of
 * names does not.
 *
 * @param unknown the text that stands for what is known after the change only: a property that
 * holds it counts as changed, and replaces on condition that it really does
 */
export function replacementOf(
  type: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  unknown?: string,
): PropertiesChange {
  const schema = findSchema(type);
  if (schema === undefined) throw new Error(`${type} has no schema`);
  const changed = differing(before, after);
  const replacements = changed.map((name) => {
    const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    const replacement = ofProperty(schema.structures, property, before[name], after[name]);
    return replacement === "True" && holds(after[name], unknown) ? "Conditional" : replacement;
  });
  return { changed, replacement: strongest(replacements) };
}

function ofProperty(
  structures: Structures,
  property: Property | undefined,
  before: unknown,
  after: unknown,
): Replacement {
  if (property === undefined) return "False";
  if (property.replaces === "yes") return "True";
  const inside = ofValue(structures, property.type, before, after);
  return property.replaces === "maybe" ? strongest([inside, "Conditional"]) : inside;
}

/** A nested property may replace where the one that holds it does not. */
function ofValue(
  structures: Structures,
  type: PropertyType,
  before: unknown,
  after: unknown,
): Replacement {
  if (typeof type === "string" || "oneOf" in type) return "False";
  const old = membersOf(before);
  const young = membersOf(after);
  const replacements = differing(old, young).map((name) => {
    if ("list" in type) return ofValue(structures, type.list, old[name], young[name]);
    if ("map" in type) return ofValue(structures, type.map, old[name], young[name]);
    const structure = structures?.[type.structure] ?? {};
    const property = Object.hasOwn(structure, name) ? structure[name] : undefined;
    return ofProperty(structures, property, old[name], young[name]);
  });
  return strongest(replacements);
}

/** The members of an object, the items of a list by their position, and of other values none. */
function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function differing(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].sort().filter((name) => !isDeepStrictEqual(before[name], after[name]));
}

function strongest(replacements: readonly Replacement[]): Replacement {
  if (replacements.includes("True")) return "True";
  return replacements.includes("Conditional") ? "Conditional" : "False";
}

function holds(value: unknown, unknown: string | undefined): boolean {
  if (unknown === undefined) return false;
  if (typeof value === "string") return value.includes(unknown);
  return Object.values(membersOf(value)).some((item) => holds(item, unknown));
}
