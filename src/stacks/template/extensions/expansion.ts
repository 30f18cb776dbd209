import { referencesIn } from "../references.ts";
import type { Template } from "../template.ts";
import { callOf, isList, isValues, textOf, type Value, type Values } from "../value.ts";
import { expansionFailure } from "./extended.ts";
import { type Loop, loopOf, wrongLayout } from "./loop.ts";
import { substituted, uniqueMembers } from "./substitution.ts";

/** Loops within loops multiply: more than this many characters and values are refused. */
const charactersMax = 4_194_304;
/** A turn counts as this many, though it may make nothing at all. */
const charactersOfTurn = 100;
/** AWS's quota of loops within a loop. */
const loopsMax = 5;

/** The variables of the loops around a value. */
type Variables = readonly string[];

/** Goes through the loops of one template. */
export class Expansion {
  readonly #template: Template;
  readonly #evaluate: (value: Value) => Value | undefined;
  #characters = 0;

  constructor(template: Template, evaluate: (value: Value) => Value | undefined) {
    this.#template = template;
    this.#evaluate = evaluate;
  }

  /** @throws TemplateError when a loop makes something that is no logical id */
  section(members: Values): Values {
    const expanded = this.#members(members, []);
    for (const id of Object.keys(expanded)) {
      if (/^[a-zA-Z0-9]+$/.test(id) || Object.hasOwn(members, id)) continue;
      throw expansionFailure(`OutputKey '${id}' should be alphanumeric.`, {
        check: "names that loops make",
        expected: "letters and digits",
        received: id,
        change: "Write &{VARIABLE} in the name: it leaves out all other characters.",
      });
    }
    return expanded;
  }

  /**
   * Evaluates what has to be known before there are resources.
   *
   * @throws TemplateError when it tells what a `NoEcho` parameter hides
   */
  known(value: Value): Value | undefined {
    const { parameters } = this.#template;
    const hidden = referencesIn(value).find(({ name }) => parameters.get(name)?.noEcho);
    if (!hidden) return this.#evaluate(value);
    throw expansionFailure(`the parameter ${hidden.name} is NoEcho`, {
      check: "parameters that the template is expanded with",
      expected: "parameters that anybody may see, as the expanded template shows them",
      received: hidden.name,
      change: "Use another parameter, or take NoEcho from this one.",
    });
  }

  #members(members: Values, variables: Variables): Values {
    const expanded = Object.entries(members).flatMap(([name, member]): [string, Value][] => {
      const loop = loopOf(name, member);
      return loop ? this.#turns(loop, variables) : [[name, this.#value(member, variables)]];
    });
    return uniqueMembers(expanded);
  }

  #turns(loop: Loop, variables: Variables): [string, Value][] {
    const { name, variable, body } = loop;
    if (variables.length > loopsMax) {
      throw expansionFailure(`${name} is nested in more than ${loopsMax} loops`);
    }
    if (variables.includes(variable) || this.#template.parameters.has(variable)) {
      throw expansionFailure(`${name} has the variable ${variable}, which is something else, too`);
    }
    const spend = (characters: number) => this.#spend(characters, name);
    return this.#items(loop).flatMap((item) => {
      spend(charactersOfTurn);
      const turn = substituted(body, { variable, item, spend });
      return Object.entries(this.#members(turn, [...variables, variable]));
    });
  }

  #items({ name, collection }: Loop): string[] {
    const call = callOf(collection);
    if (!isList(collection) && call?.name !== "Ref" && call?.name !== "Fn::FindInMap") {
      throw wrongLayout(name);
    }
    const items = this.known(collection);
    const texts = isList(items) ? items.map(textOf) : [undefined];
    if (texts.every((text) => text !== undefined)) return texts;
    throw wrongLayout(name);
  }

  /** `Ref` and `Fn::GetAtt` may have the name of what they refer to from a function. */
  #value(value: Value, variables: Variables): Value {
    if (isList(value)) return value.map((item) => this.#value(item, variables));
    if (!isValues(value)) return value;
    const { name = "", argument = "" } = callOf(value) ?? {};
    if (name === "Ref") return { [name]: this.#named(argument) };
    if (name === "Fn::GetAtt" && isList(argument)) {
      const [logicalId = "", ...attribute] = argument;
      return { [name]: [this.#named(logicalId), ...attribute] };
    }
    return this.#members(value, variables);
  }

  #named(name: Value): Value {
    return callOf(name) ? (this.known(name) ?? "") : name;
  }

  #spend(characters: number, loop: string): void {
    this.#characters += characters;
    if (this.#characters <= charactersMax) return;
    throw expansionFailure(`${loop} makes more than ${charactersMax} characters`);
  }
}
