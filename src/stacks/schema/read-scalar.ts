type Scalar = "string" | "integer" | "number" | "boolean" | "date";

/**
 * A value as its type has it, or undefined if it is none.
 *
 * Templates write `"5"` for numbers and `true` for text, as CloudFormation lets them.
 */
export function readScalar(
  type: Scalar,
  value: unknown,
  coerces: boolean,
): { read: unknown; expected: string } {
  const given = coerces ? coerced(type, value) : value;
  switch (type) {
    case "string":
      return { read: typeof given === "string" ? given : undefined, expected: "String" };
    case "integer":
      return { read: Number.isSafeInteger(given) ? given : undefined, expected: "Integer" };
    case "number":
      return { read: Number.isFinite(given) ? given : undefined, expected: "Number" };
    case "boolean":
      return { read: typeof given === "boolean" ? given : undefined, expected: "Boolean" };
    case "date":
      return { read: isDate(given) ? given : undefined, expected: "Date" };
  }
}

const wholeNumber = /^[+-]?\d{1,16}$/;
const anyNumber = /^[+-]?\d{1,20}(\.\d{1,20})?([eE][+-]?\d{1,3})?$/;

function coerced(type: Scalar, value: unknown): unknown {
  switch (type) {
    case "string":
      return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
    case "integer":
      return typeof value === "string" && wholeNumber.test(value) ? Number(value) : value;
    case "number":
      return typeof value === "string" && anyNumber.test(value) ? Number(value) : value;
    case "boolean":
      if (value === "true" || value === "false") return value === "true";
      return value;
    case "date":
      return value;
  }
}

function isDate(value: unknown): boolean {
  return typeof value === "string" && !Number.isNaN(Date.parse(value));
}

/** An object of JSON, given as such or as its text; undefined if it is none. */
export function readJson(value: unknown, coerces: boolean): object | undefined {
  const json = coerces && typeof value === "string" ? parsed(value) : value;
  return typeof json !== "object" || json === null || Array.isArray(json) ? undefined : json;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Deeper than any policy or API description; JSON is compared and written recursively. */
const depthMax = 64;

/** Whether a value is nested deeper than anything that is meant. */
export function isTooDeep(value: unknown, levels = depthMax): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isTooDeep(item, levels - 1));
}
