import type { TemplateFunction } from "../function-call.ts";
import { TemplateError } from "../template-error.ts";
import { choice } from "./choice.ts";
import { cidr, getAZs, length, select } from "./lists.ts";
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

/** A function that stands where it must not, or that is not served. */
export function refusedFunction(name: string): TemplateError {
  if (conditional.includes(name)) {
    return new TemplateError(`Template error: ${name} is for Conditions and Rules only`);
  }
  const known = unsupported.find((other) => name === other || name.startsWith(`${other}::`));
  if (known === undefined) {
    return new TemplateError(`Template error: ${name} is not a function of templates`);
  }
  return new TemplateError(`Template error: ${known} is not supported`, {
    check: "functions of the template",
    expected: [...valueFunctions.keys(), ...conditional].join(", "),
    received: name,
    change: `Write out what ${known} stands for.`,
  });
}

/** A function is all that an object holds: what its other members would mean is not said. */
export function refusedSibling(name: string): TemplateError {
  return new TemplateError(`Template error: ${name} stands beside other members of an object`);
}

const conditional = [
  "Fn::And",
  "Fn::Contains",
  "Fn::EachMemberEquals",
  "Fn::EachMemberIn",
  "Fn::Equals",
  "Fn::Not",
  "Fn::Or",
];

/** Macros would run before everything else; the others ask what EC2 knows about parameters. */
const unsupported = [
  "Fn::ForEach",
  "Fn::GetStackOutput",
  "Fn::RefAll",
  "Fn::Transform",
  "Fn::ValueOf",
  "Fn::ValueOfAll",
];
