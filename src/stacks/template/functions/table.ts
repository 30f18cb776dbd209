import { extensions } from "../extensions/extended.ts";
import type { TemplateFunction } from "../function-call.ts";
import { TemplateError } from "../template-error.ts";
import { choice } from "./choice.ts";
import { cidr, getAZs, length, select } from "./lists.ts";
import { logicFunctions } from "./logic.ts";
import { findInMap, getAtt, importValue, ref } from "./references.ts";
import { base64, join, split, sub, toJsonString } from "./text.ts";

/** Every function that stands for a value, by name. */
export const valueFunctions: ReadonlyMap<string, TemplateFunction> = new Map([
  ["Ref", ref],
  ["Fn::Base64", base64],
  ["Fn::Cidr", cidr],
  ["Fn::FindInMap", findInMap],
  ["Fn::GetAtt", getAtt],
  ["Fn::GetAZs", getAZs],
  ["Fn::If", choice],
  ["Fn::ImportValue", importValue],
  ["Fn::Join", join],
  ["Fn::Length", length],
  ["Fn::Select", select],
  ["Fn::Split", split],
  ["Fn::Sub", sub],
  ["Fn::ToJsonString", toJsonString],
]);

/** A function that stands where it must not, or that is not served: macros are none of ours. */
export function refusedFunction(name: string): TemplateError {
  if (logicFunctions.has(name)) {
    return new TemplateError(`Template error: ${name} is for Conditions and Rules only`);
  }
  if (name.startsWith("Fn::ForEach")) return withoutExtensions(name);
  return new TemplateError(`Template error: ${name} is not supported`, {
    check: "functions of the template",
    expected: [...valueFunctions.keys(), ...logicFunctions.keys()].join(", "),
    received: name,
    change: "Write out what the function stands for.",
  });
}

/** A function that only language extensions bring. */
export function withoutExtensions(name: string): TemplateError {
  return new TemplateError(`Template error: ${name} is not supported`, {
    check: "functions of the template",
    expected: `${name} in a template with Transform: ${extensions}`,
    received: `${name} where that transform has no effect`,
    change: "Ask for the transform at the top of the template, or do without the function.",
  });
}

/** A function beside other members: what those would mean is not said. */
export function refusedMember(name: string): TemplateError {
  if (!valueFunctions.has(name)) return refusedFunction(name);
  return new TemplateError(`Template error: ${name} stands beside other members of an object`);
}
