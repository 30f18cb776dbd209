import { optionalText, optionalTexts, refuseUnknown, sectionOf } from "./members.ts";
import { checkParameterType } from "./parameter-types.ts";
import type { Template, TemplateParameter } from "./template.ts";
import { TemplateError } from "./template-error.ts";
import type { Values } from "./value.ts";

/** Reads the section `Parameters`. */
export function parseParameters(template: Values): Template["parameters"] {
  return new Map(
    sectionOf(template, "Parameters").map(([id, members]) => [id, parameterOf(members)]),
  );
}

function parameterOf(members: Values): TemplateParameter {
  refuseUnknown(members, known, ([name]) => `Invalid template parameter property '${name}'`);
  const type = optionalText(members, "Type");
  if (type === undefined) {
    throw new TemplateError(
      "Template format error: Every Parameters object must contain a Type member.",
    );
  }
  checkParameterType(type);
  return {
    type,
    default: optionalText(members, "Default"),
    noEcho: optionalText(members, "NoEcho")?.toLowerCase() === "true",
    description: optionalText(members, "Description"),
    constraintDescription: optionalText(members, "ConstraintDescription"),
    allowedValues: optionalTexts(members, "AllowedValues"),
    allowedPattern: optionalText(members, "AllowedPattern"),
    lengthMin: optionalNumber(members, "MinLength"),
    lengthMax: optionalNumber(members, "MaxLength"),
    valueMin: optionalNumber(members, "MinValue"),
    valueMax: optionalNumber(members, "MaxValue"),
  };
}

const known = [
  "Type",
  "Default",
  "NoEcho",
  "Description",
  "ConstraintDescription",
  "AllowedValues",
  "AllowedPattern",
  "MinLength",
  "MaxLength",
  "MinValue",
  "MaxValue",
];

function optionalNumber(members: Values, name: string): number | undefined {
  const text = optionalText(members, name);
  if (text === undefined) return undefined;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw new TemplateError(`Template format error: Every ${name} member must be a number.`);
}
