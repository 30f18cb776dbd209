import { numberOf } from "./scalars.ts";
import { TemplateError } from "./template-error.ts";

/**
 * Reads JSON. Numbers that JavaScript would write otherwise, such as `2.0`, keep their text.
 *
 * @throws TemplateError
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text, asWritten);
  } catch (error) {
    const place = /\(line \d+ column \d+\)/.exec(String(error))?.[0].replace(" column", ", column");
    throw new TemplateError(
      `Template format error: JSON not well-formed. ${place ?? ""}`.trimEnd(),
    );
  }
}

function asWritten(_name: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  return typeof value === "number" && source !== undefined ? numberOf(source) : value;
}
