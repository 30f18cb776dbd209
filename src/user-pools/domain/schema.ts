import type { SchemaAttributeType } from "@aws-sdk/client-cognito-identity-provider";
import { invalidParameter } from "./faults.ts";

const lengthMax = 2048;
const customMax = 50;

const standardStrings = [
  "name",
  "given_name",
  "family_name",
  "middle_name",
  "nickname",
  "preferred_username",
  "profile",
  "picture",
  "website",
  "email",
] as const;

/** The attributes of every pool, in the order in which AWS lists them. */
const standardAttributes: readonly SchemaAttributeType[] = [
  { ...text("sub", "1"), Mutable: false, Required: true },
  ...standardStrings.map((name) => text(name)),
  flag("email_verified"),
  text("gender"),
  text("birthdate", "10", "10"),
  text("zoneinfo"),
  text("locale"),
  text("phone_number"),
  flag("phone_number_verified"),
  text("address"),
  {
    ...base("updated_at"),
    AttributeDataType: "Number",
    NumberAttributeConstraints: { MinValue: "0" },
  },
];

/** Standard attributes whose values are not texts in tokens. */
export const verifiedFlags: readonly string[] = ["email_verified", "phone_number_verified"];

/**
 * A pool's schema: all standard attributes, as the input overrides them, then the custom ones
 * under their prefixed names.
 * @throws InvalidParameterException in AWS's words
 */
export function buildSchema(input: readonly SchemaAttributeType[]): SchemaAttributeType[] {
  const named = input.map((attribute) => ({ attribute, name: attribute.Name ?? "" }));
  const standard = standardAttributes.map((known) => {
    const given = named.find(({ name }) => name === known.Name);
    return given ? overrideStandard(known, given.attribute) : known;
  });
  const custom = named
    .filter(({ name }) => !standardAttributes.some((known) => known.Name === name))
    .map(({ attribute }) => attribute);
  return withCustomAttributes(standard, custom);
}

/**
 * The schema with further custom attributes, under their prefixed names.
 * @throws InvalidParameterException in AWS's words
 */
export function withCustomAttributes(
  schema: readonly SchemaAttributeType[],
  input: readonly SchemaAttributeType[],
): SchemaAttributeType[] {
  const all = [...schema, ...input.map(customAttribute)];
  refuseDuplicates(all);
  const count = all.length - standardAttributes.length;
  if (count <= customMax) return all;
  throw invalidParameter(`A user pool can have ${customMax} custom attributes at most.`, {
    check: "schema",
    expected: `at most ${customMax} custom attributes`,
    received: `${count} with those that are there`,
    change: "Use fewer; one that is there can be neither removed nor renamed.",
  });
}

function overrideStandard(
  known: SchemaAttributeType,
  given: SchemaAttributeType,
): SchemaAttributeType {
  const { AttributeDataType = known.AttributeDataType, DeveloperOnlyAttribute = false } = given;
  const isFixed = known.Name === "sub" && (given.Mutable === true || given.Required === false);
  if (AttributeDataType !== known.AttributeDataType || DeveloperOnlyAttribute || isFixed) {
    throw invalidParameter(
      "You can not change AttributeDataType or set developerOnlyAttribute " +
        `for standard schema attribute ${known.Name}`,
    );
  }
  const merged = {
    ...known,
    Mutable: given.Mutable ?? known.Mutable,
    Required: given.Required ?? known.Required,
    ...(given.StringAttributeConstraints && known.StringAttributeConstraints
      ? { StringAttributeConstraints: given.StringAttributeConstraints }
      : {}),
  };
  checkConstraints(merged);
  return merged;
}

function customAttribute(given: SchemaAttributeType): SchemaAttributeType {
  const { AttributeDataType, Mutable = true, DeveloperOnlyAttribute = false } = given;
  if (given.Name === undefined) throw invalidParameter("A custom attribute has to have a Name.");
  const name = `${DeveloperOnlyAttribute ? "dev:" : ""}custom:${given.Name}`;
  if (AttributeDataType === undefined) {
    throw invalidParameter(
      "Invalid AttributeDataType input, consider using the provided AttributeDataType enum.",
    );
  }
  if (given.Required) {
    throw invalidParameter("Required custom attributes are not supported currently.");
  }
  const attribute = {
    Name: name,
    AttributeDataType,
    DeveloperOnlyAttribute,
    Mutable,
    Required: false,
    ...(AttributeDataType === "String"
      ? { StringAttributeConstraints: given.StringAttributeConstraints ?? {} }
      : {}),
    ...(AttributeDataType === "Number"
      ? { NumberAttributeConstraints: given.NumberAttributeConstraints ?? {} }
      : {}),
  };
  checkConstraints(attribute);
  return attribute;
}

function checkConstraints(attribute: SchemaAttributeType): void {
  const { Name, StringAttributeConstraints: length, NumberAttributeConstraints: range } = attribute;
  const bounds = [length?.MinLength, length?.MaxLength, range?.MinValue, range?.MaxValue];
  if (bounds.some((bound) => bound !== undefined && !/^-?\d{1,15}(\.\d+)?$/.test(bound))) {
    const kind = length ? "StringAttributeConstraints" : "NumberAttributeConstraints";
    throw invalidParameter(`Invalid ${kind} for schema attribute ${Name}`);
  }
  const { MinLength = "0", MaxLength = String(lengthMax) } = length ?? {};
  if (Number(MaxLength) > lengthMax) {
    throw invalidParameter(
      `user.${Name}: String attributes cannot have a length of more than ${lengthMax}`,
    );
  }
  if (Number(MaxLength) < Number(MinLength)) {
    throw invalidParameter(`user.${Name}: Max length cannot be less than min length.`);
  }
  const { MinValue = "-Infinity", MaxValue = "Infinity" } = range ?? {};
  if (Number(MaxValue) < Number(MinValue)) {
    throw invalidParameter(`user.${Name}: Max value cannot be less than min value.`);
  }
}

function refuseDuplicates(attributes: readonly SchemaAttributeType[]): void {
  const seen = new Set<string | undefined>();
  for (const { Name } of attributes) {
    if (seen.has(Name)) {
      throw invalidParameter(`${Name}: Existing attribute already has name ${Name}.`);
    }
    seen.add(Name);
  }
}

function base(name: string) {
  return { Name: name, DeveloperOnlyAttribute: false, Mutable: true, Required: false };
}

function text(name: string, MinLength = "0", MaxLength = String(lengthMax)): SchemaAttributeType {
  return {
    ...base(name),
    AttributeDataType: "String",
    StringAttributeConstraints: { MinLength, MaxLength },
  };
}

function flag(name: string): SchemaAttributeType {
  return { ...base(name), AttributeDataType: "Boolean" };
}
