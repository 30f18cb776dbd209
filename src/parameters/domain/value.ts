import { runInNewContext } from "node:vm";
import { Fault } from "../../foundation/fault.ts";
import { invalid } from "./faults.ts";
import type { ParameterVersion } from "./parameter.ts";

const charactersMax: Readonly<Record<ParameterVersion["tier"], number>> = {
  Standard: 4096,
  Advanced: 8192,
};

/** A pattern comes from outside, and some take ages on some values. */
const patternMillisecondsMax = 100;

/**
 * The tier of a value: Intelligent-Tiering picks the one that the value fits into.
 * @throws Fault ValidationException when the value is too long for it
 */
export function tierFor(value: string, asked = "Standard"): ParameterVersion["tier"] {
  const isLong = value.length > charactersMax.Standard;
  const tier = asked === "Advanced" || (asked !== "Standard" && isLong) ? "Advanced" : "Standard";
  if (value.length <= charactersMax[tier]) return tier;
  if (tier === "Advanced") {
    throw invalid(
      `Advanced tier parameters support a maximum parameter value of ${charactersMax.Advanced} ` +
        "characters.",
    );
  }
  throw invalid(
    `Standard tier parameters support a maximum parameter value of ${charactersMax.Standard} ` +
      "characters. To create a larger parameter value, upgrade the parameter to use the " +
      "advanced-parameter tier.",
  );
}

/**
 * Checks that there is a value, and that it is what its own pattern allows.
 * @throws Fault ParameterPatternMismatchException, InvalidAllowedPatternException
 */
export function checkValue(value: string, pattern: string | undefined): void {
  if (value === "") {
    throw invalid("Parameter value can't be empty.");
  }
  if (pattern === undefined || matches(expressionOf(pattern), value)) return;
  throw new Fault(
    "ParameterPatternMismatchException",
    `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
  );
}

function expressionOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "u");
  } catch (cause) {
    throw new Fault(
      "InvalidAllowedPatternException",
      `AllowedPattern ${pattern} is not a valid regular expression.`,
      { cause },
    );
  }
}

function matches(expression: RegExp, value: string): boolean {
  const isMatch = () => expression.test(value);
  try {
    return runInNewContext("isMatch()", { isMatch }, { timeout: patternMillisecondsMax }) === true;
  } catch (cause) {
    const message = "The AllowedPattern takes too long to be matched.";
    throw new Fault("InvalidAllowedPatternException", message, { cause });
  }
}
