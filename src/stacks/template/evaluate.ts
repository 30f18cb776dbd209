import type { Evaluator } from "./function-call.ts";
import { charactersMax, tooMuchText } from "./functions/arguments.ts";
import { logicFunctions, logicParts } from "./functions/logic.ts";
import { refusedFunction, refusedMember, valueFunctions } from "./functions/table.ts";
import type { Scope } from "./scope.ts";
import { TemplateError } from "./template-error.ts";
import { unresolvedCondition } from "./unresolved.ts";
import {
  callOf,
  conditionIn,
  type FunctionCall,
  isList,
  isValues,
  textOf,
  type Value,
  type Values,
} from "./value.ts";

/**
 * Evaluates every function in a value. `AWS::NoValue` removes the member or item that it stands
 * for; undefined when it stands for the whole.
 *
 * @throws TemplateError
 */
export function evaluate(value: Value, scope: Scope): Value | undefined {
  return new Evaluation(scope).value(value);
}

/**
 * Evaluates every function in the members of a value, such as a resource's properties.
 *
 * @throws TemplateError
 */
export function evaluateMembers(members: Values, scope: Scope): Values {
  return new Evaluation(scope).members(members);
}

/**
 * Evaluates a condition: a function such as `Fn::Equals`, or `{ "Condition": "Name" }`.
 *
 * @throws TemplateError
 */
export function evaluateCondition(value: Value, scope: Scope): boolean {
  return new Evaluation(scope).condition(value);
}

class Evaluation implements Evaluator {
  readonly scope: Scope;
  #characters = 0;
  #unknowns = 0;

  constructor(scope: Scope) {
    this.scope = scope;
  }

  value(value: Value): Value | undefined {
    if (isList(value)) return value.map((item) => this.value(item)).filter(isThere);
    if (!isValues(value)) return value;
    const call = callOf(value);
    return call ? this.#call(call) : this.members(value);
  }

  members(members: Values): Values {
    const evaluated: [string, Value][] = [];
    for (const [name, member] of Object.entries(members)) {
      if (name.startsWith("Fn::")) throw refusedMember(name);
      const value = this.value(member);
      if (value !== undefined) evaluated.push([name, value]);
    }
    return Object.fromEntries(evaluated);
  }

  condition(value: Value): boolean {
    const name = conditionIn(value);
    if (name !== undefined) return this.#named(name);
    const call = callOf(value);
    const logic = call && logicFunctions.get(call.name);
    if (logic) return logic.holds(logicParts(logic, call.argument), this);
    throw new TemplateError("Template format error: Conditions can only be boolean operations");
  }

  unknown(error: TemplateError): string {
    if (this.scope.unknown === undefined) throw error;
    this.#unknowns++;
    return this.scope.unknown;
  }

  #named(name: string): boolean {
    const holds = this.scope.conditions.get(name);
    if (holds !== undefined) return holds;
    throw unresolvedCondition(name, "Conditions");
  }

  /** What is made of the unknown is unknown, but for text around it. */
  #call({ name, argument }: FunctionCall): Value | undefined {
    const called = valueFunctions.get(name);
    if (!called) throw refusedFunction(name);
    const unknowns = this.#unknowns;
    try {
      const value = called.evaluate(argument, this);
      if (this.#unknowns > unknowns && !passesOn.includes(name)) return this.scope.unknown;
      this.#count(value);
      return value;
    } catch (error) {
      if (this.#unknowns > unknowns && error instanceof TemplateError) return this.scope.unknown;
      throw error;
    }
  }

  #count(value: Value | undefined): void {
    const texts = isList(value) ? value : [value];
    for (const text of texts) this.#characters += 1 + (textOf(text)?.length ?? 0);
    if (this.#characters > charactersMax) throw tooMuchText();
  }
}

/** Functions whose value tells which part of it is unknown. */
const passesOn = ["Ref", "Fn::GetAtt", "Fn::If", "Fn::Join", "Fn::Sub"];

function isThere(value: Value | undefined): value is Value {
  return value !== undefined;
}
