import { readProperties } from "./read-value.ts";
import { findSchema } from "./tables.ts";

/** Properties that are what the schema of their type says. */
export type Checked = Readonly<Record<string, unknown>>;

/** Says all that is wrong with the properties of one resource, in AWS's words. */
export class InvalidProperties extends Error {
  override readonly name = "InvalidProperties";
  readonly type: string;
  readonly logicalId: string;
  /** Such as `#/JwtConfiguration: extraneous key [Audiences] is not permitted`. */
  readonly problems: readonly string[];

  constructor(type: string, logicalId: string, problems: readonly string[]) {
    const lines = problems.join("\n");
    super(`Properties validation failed for resource ${logicalId} with message:\n${lines}`);
    this.type = type;
    this.logicalId = logicalId;
    this.problems = problems;
  }
}

/**
 * Checks evaluated properties against the schema of their type, and coerces them to it: templates
 * may write numbers as text, text as numbers or booleans, and JSON as its text.
 *
 * @param unknown text that stands for what is not known yet, where a change is looked at before it
 * is made; it passes for any type
 * @throws InvalidProperties
 */
export function checkProperties(
  type: string,
  logicalId: string,
  properties: unknown,
  unknown?: string,
): Checked {
  const schema = findSchema(type);
  if (schema === undefined) throw new Error(`${type} has no schema`);
  const { read, problems } = readProperties(schema, properties, { coerces: true, unknown });
  if (problems.length > 0) throw new InvalidProperties(type, logicalId, problems);
  return Object.fromEntries(Object.entries(read ?? {}));
}
