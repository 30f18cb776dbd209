import { extensions } from "./extensions/extended.ts";
import { optionalText, optionalValues, refuseUnknown, sectionOf } from "./members.ts";
import type { Template, TemplateResource } from "./template.ts";
import { TemplateError } from "./template-error.ts";
import { isList, memberOf, type Value, type Values } from "./value.ts";

/** Reads the section `Resources`, the only one that every template has. */
export function parseResources(template: Values): Template["resources"] {
  const resources = sectionOf(template, "Resources");
  if (resources.length === 0) {
    throw new TemplateError(
      "Template format error: At least one Resources member must be defined.",
    );
  }
  return new Map(resources.map(([id, members]) => [id, resourceOf(id, members)]));
}

function resourceOf(id: string, members: Values): TemplateResource {
  refuseUnknown(members, known, ([name]) => `Invalid template resource property '${name}'`);
  const type = optionalText(members, "Type");
  if (type === undefined) {
    throw new TemplateError(
      `Template format error: [/Resources/${id}] ` +
        "Every Resources object must contain a Type member.",
    );
  }
  return {
    type,
    properties: optionalValues(members, "Properties") ?? {},
    dependsOn: dependsOn(memberOf(members, "DependsOn")),
    condition: optionalText(members, "Condition"),
    deletionPolicy: policyOf(type, members, "DeletionPolicy", ["RetainExceptOnCreate"]),
    updateReplacePolicy: policyOf(type, members, "UpdateReplacePolicy", []),
    metadata: memberOf(members, "Metadata"),
    updatePolicy: memberOf(members, "UpdatePolicy"),
    creationPolicy: memberOf(members, "CreationPolicy"),
  };
}

const known = [
  "Type",
  "Properties",
  "DependsOn",
  "Condition",
  "DeletionPolicy",
  "UpdateReplacePolicy",
  "Metadata",
  "UpdatePolicy",
  "CreationPolicy",
  "Description",
  "Version",
];

function dependsOn(member: Value | undefined): string[] {
  const ids = member === undefined ? [] : isList(member) ? member : [member];
  const texts = ids.filter((id) => typeof id === "string");
  if (texts.length === ids.length) return texts;
  throw new TemplateError("Template format error: Every DependsOn value must be a string.");
}

function policyOf<Further extends string>(
  type: string,
  members: Values,
  name: string,
  further: readonly Further[],
): "Delete" | "Retain" | Further | undefined {
  const policy = memberOf(members, name);
  if (policy === undefined) return undefined;
  if (typeof policy === "object") {
    throw new TemplateError(`Template format error: Every ${name} member must be a string.`, {
      check: name,
      expected: `text, or with Transform: ${extensions} a Ref or Fn::FindInMap`,
      received: JSON.stringify(policy).slice(0, 200),
      change: "Write the policy out, or ask for the transform.",
    });
  }
  const known = ["Delete", "Retain", ...further] as const;
  const found = known.find((value) => value === policy);
  if (found !== undefined) return found;
  if (policy === "Snapshot") {
    const words = name === "DeletionPolicy" ? "deletion policy" : "update replace policy";
    throw new TemplateError(
      `Template error: resource type ${type} does not support ${words} Snapshot`,
    );
  }
  throw new TemplateError(`Template format error: Unrecognized ${name} ${JSON.stringify(policy)}`);
}
