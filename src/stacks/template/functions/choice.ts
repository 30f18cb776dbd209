import { templateFunction } from "../function-call.ts";
import { TemplateError } from "../template-error.ts";
import { isList, type Value } from "../value.ts";

/** A condition's name, and the values for when it holds and when it does not. */
export function ifParts(argument: Value): { name: string; held: Value; failed: Value } {
  const [name, held, failed, ...others] = isList(argument) ? argument : [];
  const isSound = typeof name === "string" && held !== undefined && failed !== undefined;
  if (isSound && others.length === 0) return { name, held, failed };
  throw new TemplateError("Template error: Fn::If requires a list argument with three elements");
}

/** `{ "Fn::If": ["Condition", held, failed] }`; only the value that is taken is looked at. */
export const choice = templateFunction(ifParts, ({ name, held, failed }, evaluator) => {
  const holds = evaluator.scope.conditions.get(name);
  if (holds !== undefined) return evaluator.value(holds ? held : failed);
  throw new TemplateError(`Template error: unresolved condition dependency ${name} in Fn::If`);
});
