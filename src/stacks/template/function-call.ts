import type { Scope } from "./scope.ts";
import type { TemplateError } from "./template-error.ts";
import type { Value } from "./value.ts";

/** What a function of templates does. */
export interface TemplateFunction {
  /**
   * Checks how the argument is made, as far as that is known before anything is evaluated.
   *
   * @throws TemplateError
   */
  check(argument: Value): void;
  /**
   * Its value; undefined for none, as of `AWS::NoValue`.
   *
   * @throws TemplateError
   */
  evaluate(argument: Value, evaluator: Evaluator): Value | undefined;
}

/** Evaluates what functions are given. */
export interface Evaluator {
  readonly scope: Scope;
  value(value: Value): Value | undefined;
  /** A condition: a function such as `Fn::Equals`, or `{ "Condition": "Name" }`. */
  condition(value: Value): boolean;
  /**
   * What stands for a value that is not there.
   *
   * @throws the error, where nothing may stand for it
   */
  unknown(error: TemplateError): string;
}

/** Defines a function by what its argument is made of, and what becomes of these parts. */
export function templateFunction<Parts>(
  read: (argument: Value) => Parts,
  evaluate: (parts: Parts, evaluator: Evaluator) => Value | undefined,
): TemplateFunction {
  return {
    check: (argument) => {
      read(argument);
    },
    evaluate: (argument, evaluator) => evaluate(read(argument), evaluator),
  };
}
