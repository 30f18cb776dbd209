import { isTooDeep, readJson, readScalar } from "./read-scalar.ts";
import type { PropertyType, ResourceSchema, Structure } from "./resource-schema.ts";

/** More problems than this are not looked for: the answer would only get longer. */
const problemsMax = 50;
/** Characters of a name from the template that a message quotes. */
const quotedMax = 200;

/** The properties of one resource, and what is wrong with them, in AWS's words. */
export function readProperties(
  { properties, structures = {}, open }: ResourceSchema,
  given: unknown,
  options: ReadingOptions,
): { read: unknown; problems: readonly string[] } {
  const reading: Reading = { ...options, structures, problems: [] };
  const read = readStructure(reading, properties, given, "#", open === true);
  return { read, problems: reading.problems };
}

/** How properties are read. */
export interface ReadingOptions {
  /** Whether `"5"` will do for a number, `5` for text, and the text of JSON for JSON. */
  readonly coerces: boolean;
  /** Text that stands for what is not known yet, which may be of any type. */
  readonly unknown?: string;
}

/** What a resource's properties are read with. */
interface Reading extends ReadingOptions {
  readonly structures: NonNullable<ResourceSchema["structures"]>;
  /** What was found wrong, in AWS's words. */
  readonly problems: string[];
}

/**
 * The members of a structure, coerced to their types. Members that are there without a value are
 * left out.
 *
 * @param open whether members that the structure does not know are kept as they are
 */
function readStructure(
  reading: Reading,
  structure: Structure,
  value: unknown,
  path: string,
  open = false,
): unknown {
  if (!isObject(value)) return wrong(reading, path, "JSONObject", value);
  const given = Object.entries(value).filter(([, item]) => item !== undefined);
  const names = new Set(given.map(([name]) => name));
  for (const [name, { required }] of Object.entries(structure)) {
    if (required && !names.has(name)) tell(reading, path, `required key [${name}] not found`);
  }
  const known = given.filter(([name]) => Object.hasOwn(structure, name));
  if (!open && known.length < given.length) refuseUnknown(reading, structure, names, path);
  const read = given.flatMap(([name, item]): [string, unknown][] => {
    const property = Object.hasOwn(structure, name) ? structure[name] : undefined;
    if (property === undefined) return open ? [[name, readAny(reading, item, path)]] : [];
    return [[name, readValue(reading, property.type, item, within(path, name))]];
  });
  // fromEntries defines its keys, so that one called `__proto__` is a key like any other.
  return Object.fromEntries(read);
}

function readAny(reading: Reading, value: unknown, path: string): unknown {
  if (isTooDeep(value)) tell(reading, path, "nested too deeply");
  return value;
}

function refuseUnknown(
  reading: Reading,
  structure: Structure,
  names: ReadonlySet<string>,
  path: string,
): void {
  for (const name of names) {
    if (reading.problems.length >= problemsMax) return;
    if (Object.hasOwn(structure, name)) continue;
    tell(reading, path, `extraneous key [${name.slice(0, quotedMax)}] is not permitted`);
  }
}

function readValue(reading: Reading, type: PropertyType, value: unknown, path: string): unknown {
  if (reading.problems.length >= problemsMax) return undefined;
  if (isUnknown(reading, value)) return value;
  if (type === "json") {
    const json = readJson(value, reading.coerces);
    return json ? readAny(reading, json, path) : wrong(reading, path, "JSONObject", value);
  }
  if (typeof type === "string") {
    const { read, expected } = readScalar(type, value, reading.coerces);
    return read ?? wrong(reading, path, expected, value);
  }
  if ("list" in type) {
    if (!Array.isArray(value)) return wrong(reading, path, "JSONArray", value);
    return value.map((item, at) => readValue(reading, type.list, item, `${path}/${at}`));
  }
  if ("map" in type) return readMap(reading, type.map, value, path);
  if ("oneOf" in type) return readOneOf(reading, type.oneOf, value, path);
  const structure = reading.structures[type.structure];
  if (structure === undefined) throw new Error(`no structure is called ${type.structure}`);
  return readStructure(reading, structure, value, path);
}

function readMap(reading: Reading, type: PropertyType, value: unknown, path: string): unknown {
  if (!isObject(value)) return wrong(reading, path, "JSONObject", value);
  const read = Object.entries(value).map(
    ([key, item]) => [key, readValue(reading, type, item, within(path, key))] as const,
  );
  return Object.fromEntries(read);
}

/** As it is if it can be, coerced otherwise. The problems told are those of the last choice. */
function readOneOf(
  reading: Reading,
  types: readonly PropertyType[],
  value: unknown,
  path: string,
): unknown {
  const attempts = [false, ...(reading.coerces ? [true] : [])].flatMap((coerces) =>
    types.map((type) => ({ type, coerces })),
  );
  let problems: readonly string[] = [];
  for (const { type, coerces } of attempts) {
    const attempt: Reading = { ...reading, coerces, problems: [] };
    const read = readValue(attempt, type, value, path);
    if (attempt.problems.length === 0) return read;
    problems = attempt.problems;
  }
  reading.problems.push(...problems);
  return undefined;
}

function wrong(reading: Reading, path: string, expected: string, found: unknown): undefined {
  tell(reading, path, `expected type: ${expected}, found: ${kindOf(found)}`);
}

function tell({ problems }: Reading, path: string, problem: string): void {
  if (problems.length < problemsMax) problems.push(`${path}: ${problem}`);
}

function isUnknown({ unknown }: Reading, value: unknown): boolean {
  return unknown !== undefined && typeof value === "string" && value.includes(unknown);
}

/** As AWS calls the kinds of JSON. */
function kindOf(value: unknown): string {
  if (value === null) return "Null";
  if (Array.isArray(value)) return "JSONArray";
  if (typeof value === "string") return "String";
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "Integer" : "BigDecimal";
  return "JSONObject";
}

/** A JSON pointer, as AWS writes it. */
function within(path: string, name: string): string {
  const quoted = name.slice(0, quotedMax).replaceAll("~", "~0").replaceAll("/", "~1");
  return `${path}/${quoted}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
