import { TemplateError } from "../template/template-error.ts";
import { readProperties } from "./read-value.ts";
import { findSchema } from "./tables.ts";

/** Properties that are what the schema of their type says. */
export type Checked = Readonly<Record<string, unknown>>;

/**
 * Checks evaluated properties against the schema of their type, and coerces them to it: templates
 * may write numbers as text, text as numbers or booleans, and JSON as its text.
 *
 * @param unknown text that stands for what is not known yet, where a change is looked at before it
 * is made; it passes for any type
 * @throws TemplateError that says all that is wrong, a line each
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
  if (problems.length === 0) return Object.fromEntries(Object.entries(read ?? {}));
  const lines = problems.join("\n");
  throw new TemplateError(
    `Properties validation failed for resource ${logicalId} with message:\n${lines}`,
    {
      check: `properties of ${logicalId}`,
      expected: `those of ${type}: ${Object.keys(schema.properties).join(", ")}`,
      received: problems.join("; "),
      change: "correct what is named in the template, or in the code that it is made from",
    },
  );
}
