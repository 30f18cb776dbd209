import { TemplateError } from "./template-error.ts";

/**
 * Types whose values are ids of EC2 and Route 53. Values are taken as text: what they would name
 * is not served, so there is nothing to look them up in.
 */
const idTypes = [
  "AWS::EC2::AvailabilityZone::Name",
  "AWS::EC2::Image::Id",
  "AWS::EC2::Instance::Id",
  "AWS::EC2::KeyPair::KeyName",
  "AWS::EC2::SecurityGroup::GroupName",
  "AWS::EC2::SecurityGroup::Id",
  "AWS::EC2::Subnet::Id",
  "AWS::EC2::VPC::Id",
  "AWS::EC2::Volume::Id",
  "AWS::Route53::HostedZone::Id",
];

const ssmValue = /^AWS::SSM::Parameter::Value<(.+)>$/;

/** What a parameter's type says about its value. */
export interface ParameterType {
  readonly isList: boolean;
  readonly isNumber: boolean;
  /** Whether the value given names an SSM parameter, which must be there. */
  readonly namesParameter: boolean;
  /** Whether the value is that of the SSM parameter which the value given names. */
  readonly isLookedUp: boolean;
}

/** Reads a type such as `AWS::SSM::Parameter::Value<List<String>>`. */
export function parameterTypeOf(type: string): ParameterType {
  const [, looked] = ssmValue.exec(type) ?? [];
  const inner = looked ?? type;
  return {
    isList: inner === "CommaDelimitedList" || inner.startsWith("List<"),
    isNumber: inner === "Number" || inner === "List<Number>",
    namesParameter: looked !== undefined || type === "AWS::SSM::Parameter::Name",
    isLookedUp: looked !== undefined,
  };
}

/** Items of a list in one text. An empty text is a list of one empty item, as at AWS. */
export function itemsOf(text: string): string[] {
  return text.split(",").map((item) => item.trim());
}

/** @throws TemplateError when AWS does not know the type either */
export function checkParameterType(type: string): void {
  const [, looked] = ssmValue.exec(type) ?? [];
  const known = looked === undefined ? plainTypes : lookedUpTypes;
  if (known.includes(looked ?? type)) return;
  throw new TemplateError(`Template format error: Unrecognized parameter type: ${type}`);
}

const listsOfIds = idTypes.map((type) => `List<${type}>`);
const plainTypes = [
  "String",
  "Number",
  "List<Number>",
  "List<String>",
  "CommaDelimitedList",
  "AWS::SSM::Parameter::Name",
  ...idTypes,
  ...listsOfIds,
];
const lookedUpTypes = ["String", "List<String>", "CommaDelimitedList", ...idTypes, ...listsOfIds];
