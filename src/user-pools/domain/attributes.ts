import type { AttributeType, SchemaAttributeType } from "@aws-sdk/client-cognito-identity-provider";
import { isEmail, isPhoneNumber } from "./attribute-format.ts";
import { invalidParameter } from "./faults.ts";
import type { ClientSettings, PoolRecord, UserRecord } from "./records.ts";
import { verifiedFlags } from "./schema.ts";

/** So many violations are told at once. */
const toldMax = 10;

/**
 * Attributes that a client gave, checked against the pool's schema. An empty value means: no such
 * attribute.
 * @throws InvalidParameterException in AWS's words
 */
export function checkAttributes(
  pool: PoolRecord,
  given: readonly AttributeType[],
): Record<string, string> {
  const values = givenValues(pool, given);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
}

/** As `checkAttributes`, with the empty values still there. */
export function givenValues(
  pool: PoolRecord,
  given: readonly AttributeType[],
): Record<string, string> {
  const values: Record<string, string> = {};
  const violations: string[] = [];
  if (given.length > pool.schema.length) {
    throw invalidParameter("Attributes did not conform to the schema: it has not so many.");
  }
  for (const { Name = "", Value = "" } of given) {
    if (Object.hasOwn(values, Name)) throw invalidParameter(`${Name}: Attribute is given twice.`);
    const attribute = pool.schema.find((known) => known.Name === Name);
    const violation = attribute
      ? violationOf(attribute, Value)
      : `Type for attribute {${Name}} could not be determined`;
    if (violation !== undefined) violations.push(violation);
    values[Name] = Value;
  }
  if (violations.length > 0) {
    throw invalidParameter(
      `Attributes did not conform to the schema: ${violations.slice(0, toldMax).join("\n")}`,
    );
  }
  checkFormats(values);
  return values;
}

function checkFormats({ email = "", phone_number = "" }: Record<string, string>): void {
  if (email !== "" && !isEmail(email)) throw invalidParameter("Invalid email address format.");
  if (phone_number !== "" && !isPhoneNumber(phone_number)) {
    throw invalidParameter("Invalid phone number format.");
  }
}

function violationOf(attribute: SchemaAttributeType, value: string): string | undefined {
  const { Name, AttributeDataType } = attribute;
  if (Name === "sub") return "sub: Attribute cannot be written.";
  if (value === "") return undefined;
  if (AttributeDataType === "String") return lengthViolation(attribute, value);
  if (AttributeDataType === "Number") return rangeViolation(attribute, value);
  if (AttributeDataType === "Boolean") {
    return value === "true" || value === "false" ? undefined : `${Name}: Value must be a boolean`;
  }
  return Number.isNaN(Date.parse(value)) ? `${Name}: Value must be a date and time` : undefined;
}

function lengthViolation(
  { Name, StringAttributeConstraints }: SchemaAttributeType,
  value: string,
): string | undefined {
  const { MinLength = "0", MaxLength = "2048" } = StringAttributeConstraints ?? {};
  if (value.length < Number(MinLength)) {
    return `${Name}: String must be at least ${MinLength} characters long`;
  }
  if (value.length <= Number(MaxLength)) return undefined;
  return `${Name}: String must be at most ${MaxLength} characters long`;
}

function rangeViolation(
  { Name, NumberAttributeConstraints }: SchemaAttributeType,
  value: string,
): string | undefined {
  const { MinValue = "-Infinity", MaxValue = "Infinity" } = NumberAttributeConstraints ?? {};
  if (!/^-?\d{1,20}(\.\d{1,20})?$/.test(value)) return `${Name}: Value must be a number`;
  if (Number(value) < Number(MinValue)) return `${Name}: Number must be at least ${MinValue}`;
  if (Number(value) <= Number(MaxValue)) return undefined;
  return `${Name}: Number must be at most ${MaxValue}`;
}

/** All of a user's attributes, `sub` first, as the API lists them. */
export function attributeList(user: UserRecord): AttributeType[] {
  return [
    { Name: "sub", Value: user.sub },
    ...Object.entries(user.attributes).map(([Name, Value]) => ({ Name, Value })),
  ];
}

/**
 * True when the client may see the attribute. One without ReadAttributes sees all, but for those
 * that are for developers only.
 */
export function isReadable({ ReadAttributes }: ClientSettings, name: string): boolean {
  if (name.startsWith("dev:")) return false;
  return ReadAttributes === undefined || name === "sub" || ReadAttributes.includes(name);
}

/**
 * True when users may write the attribute through the client; a client without WriteAttributes
 * may write all, except what only a proof of possession may set.
 */
export function isWritable({ WriteAttributes }: ClientSettings, name: string): boolean {
  if (verifiedFlags.includes(name) || name.startsWith("dev:")) return false;
  return WriteAttributes === undefined || WriteAttributes.includes(name);
}

/** Required attributes that the user has no value for. `sub` always has one. */
export function missingAttributes(
  pool: PoolRecord,
  attributes: Readonly<Record<string, string>>,
): string[] {
  return pool.schema
    .filter(({ Name, Required }) => Required && Name !== "sub")
    .map(({ Name = "" }) => Name)
    .filter((name) => attributes[name] === undefined);
}
