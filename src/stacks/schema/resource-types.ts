import type { ResourceSchema } from "./resource-schema.ts";
import { findSchema } from "./tables.ts";

/** Whether there is a schema for resources of this type; those of `Custom::` have the same one. */
export function hasType(type: string): boolean {
  return findSchema(type) !== undefined;
}

/** What `Fn::GetAtt` may ask a resource of this type for, as far as the schema names it. */
export function attributesOf(type: string): readonly string[] {
  return findSchema(type)?.attributes ?? [];
}

/** Whether `Fn::GetAtt` may ask for it; what functions and nested stacks tell has any name. */
export function hasAttribute(type: string, name: string): boolean {
  if (type === "AWS::CloudFormation::Stack" && name.startsWith("Outputs.")) return true;
  const schema = findSchema(type);
  return schema?.open === true || schema?.attributes.includes(name) === true;
}

/** The properties and attributes that name a resource of this type, and those that `Ref` gives. */
export function identityOf(type: string): Pick<ResourceSchema, "identifier" | "ref"> {
  const { identifier = [], ref = [] } = findSchema(type) ?? {};
  return { identifier, ref };
}
