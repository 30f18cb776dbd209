import { refuseUnsupportedReferences } from "./dynamic-references.ts";
import { isExtended } from "./extensions/extended.ts";
import { ifParts } from "./functions/choice.ts";
import { logicFunctions, logicParts } from "./functions/logic.ts";
import {
  refusedFunction,
  refusedMember,
  valueFunctions,
  withoutExtensions,
} from "./functions/table.ts";
import { otherThanParameters } from "./references.ts";
import type { Template } from "./template.ts";
import { TemplateError } from "./template-error.ts";
import {
  callOf,
  conditionIn,
  type FunctionCall,
  isList,
  isValues,
  type Value,
  type Values,
} from "./value.ts";

/**
 * Checks the functions in a value: how they are made, and the names of mappings and conditions.
 *
 * @throws TemplateError
 */
export function checkValue(value: Value, template: Template): void {
  if (typeof value === "string") refuseUnsupportedReferences(value);
  if (isList(value)) for (const item of value) checkValue(item, template);
  if (!isValues(value)) return;
  const call = callOf(value);
  if (call) checkCall(call, template);
  else checkMembers(value, template);
}

function checkMembers(members: Values, template: Template): void {
  for (const [name, member] of Object.entries(members)) {
    if (name.startsWith("Fn::")) throw refusedMember(name);
    checkValue(member, template);
  }
}

/**
 * Checks a condition and the functions in it.
 *
 * @throws TemplateError
 */
export function checkCondition(condition: Value, template: Template): void {
  if (conditionIn(condition) !== undefined) return;
  const call = callOf(condition);
  const logic = call && logicFunctions.get(call.name);
  if (!logic) {
    if (call && !valueFunctions.has(call.name)) throw refusedFunction(call.name);
    throw new TemplateError("Template format error: Conditions can only be boolean operations");
  }
  for (const part of logicParts(logic, call.argument)) {
    if (logic.ofConditions) checkCondition(part, template);
    else checkValue(part, template);
  }
}

function checkCall({ name, argument }: FunctionCall, template: Template): void {
  const called = valueFunctions.get(name);
  if (!called) throw refusedFunction(name);
  if (!isExtended(template.transform)) refuseExtensions(name, argument);
  called.check(argument);
  if (name === "Fn::If") checkChoice(argument, template);
  if (name === "Fn::FindInMap") checkMap(argument, template);
  if (name === "Fn::ImportValue") refuseLateNames(argument, template);
  checkValue(argument, template);
}

/** What AWS knows only in templates that ask for language extensions. */
function refuseExtensions(name: string, argument: Value): void {
  if (name === "Fn::Length" || name === "Fn::ToJsonString") throw withoutExtensions(name);
  if (name !== "Fn::FindInMap" || !isList(argument)) return;
  if (argument.length > 3) throw withoutExtensions("DefaultValue of Fn::FindInMap");
  const further = argument.map((part) => callOf(part)?.name).find((one) => one && !inMaps(one));
  if (further) throw withoutExtensions(`${further} in Fn::FindInMap`);
}

function inMaps(name: string): boolean {
  return name === "Ref" || name === "Fn::FindInMap";
}

function checkChoice(argument: Value, { conditions }: Template): void {
  const { name } = ifParts(argument);
  if (conditions.has(name)) return;
  throw new TemplateError(`Template error: unresolved condition dependency ${name} in Fn::If`);
}

/** A map with a default value may be missing. */
function checkMap(argument: Value, { mappings }: Template): void {
  const [map, , , options] = isList(argument) ? argument : [];
  if (typeof map !== "string" || mappings.has(map) || options !== undefined) return;
  throw new TemplateError(
    `Template error: Mapping named '${map}' is not present in the 'Mappings' section of template.`,
  );
}

/** What is imported is looked up before anything is created. */
function refuseLateNames(argument: Value, template: Template): void {
  if (!callsLate(argument) && otherThanParameters(argument, template).length === 0) return;
  throw new TemplateError(
    "Template error: the attribute in Fn::ImportValue must not depend on any resources, " +
      "imported values, or Fn::GetAZs",
  );
}

function callsLate(value: Value): boolean {
  if (isList(value)) return value.some(callsLate);
  if (!isValues(value)) return false;
  const name = callOf(value)?.name;
  if (name === "Fn::ImportValue" || name === "Fn::GetAZs") return true;
  return Object.values(value).some(callsLate);
}
