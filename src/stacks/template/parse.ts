import { isExtended } from "./extensions/extended.ts";
import { outlineOf } from "./extensions/outline.ts";
import { readJson } from "./json.ts";
import { optionalText, optionalValues, refuseUnknown } from "./members.ts";
import { parseParameters } from "./parse-parameters.ts";
import { parseResources } from "./parse-resources.ts";
import { parseConditions, parseMappings, parseOutputs, parseRules } from "./parse-sections.ts";
import type { Template } from "./template.ts";
import { TemplateError } from "./template-error.ts";
import { memberOf, type Value, type Values } from "./value.ts";
import { readYaml } from "./yaml.ts";

/** What AWS takes from S3; an inline template may be much shorter, which its operation checks. */
const bytesMax = 1_048_576;
/** Deeper than any template that a person or a tool writes. */
const depthMax = 100;

/**
 * Reads a template in JSON or in YAML with short forms. Its parts are checked for what they are
 * made of; `checkTemplate` checks what they say. What language extensions make of a template is
 * known with the values of its parameters, from `expandTemplate`.
 *
 * @throws TemplateError
 */
export function parseTemplate(text: string): Template {
  if (Buffer.byteLength(text) > bytesMax) {
    throw new TemplateError(`Template may not exceed ${bytesMax} bytes in size.`);
  }
  const body = text.trimStart();
  const content = body.startsWith("{") ? readJson(body) : readYaml(text);
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw new TemplateError("Template format error: unsupported structure.");
  }
  return templateFrom(membersFrom(content, "", 0));
}

/**
 * Reads the parts of a template.
 *
 * @throws TemplateError
 */
export function templateFrom(members: Values): Template {
  refuseUnknown(members, sections, (names) => {
    return `Invalid template property or properties [${names.join(", ")}]`;
  });
  const version = optionalText(members, "AWSTemplateFormatVersion");
  if (version !== undefined && version !== "2010-09-09") {
    throw new TemplateError("Template format error: Unsupported template version.");
  }
  const transform = memberOf(members, "Transform");
  return {
    version,
    description: descriptionOf(members),
    metadata: optionalValues(members, "Metadata"),
    transform,
    parameters: parseParameters(members),
    rules: parseRules(members),
    mappings: parseMappings(members),
    ...(isExtended(transform) ? unexpandedParts(members) : expandedParts(members)),
  };
}

function expandedParts(members: Values) {
  return {
    conditions: parseConditions(members),
    resources: parseResources(members),
    outputs: parseOutputs(members),
  };
}

function unexpandedParts(unexpanded: Values) {
  return {
    ...{ unexpanded, resources: outlineOf(unexpanded) },
    ...{ conditions: new Map(), outputs: new Map() },
  };
}

function descriptionOf(members: Values): string | undefined {
  const description = optionalText(members, "Description");
  if (description === undefined || Buffer.byteLength(description) <= 1024) return description;
  throw new TemplateError("Template format error: 'Description' length is greater than 1024.");
}

const sections = [
  "AWSTemplateFormatVersion",
  "Description",
  "Metadata",
  "Transform",
  "Parameters",
  "Rules",
  "Mappings",
  "Conditions",
  "Resources",
  "Outputs",
];

function valueFrom(content: unknown, path: string, depth: number): Value {
  if (typeof content === "string") return content;
  if (typeof content === "number" || typeof content === "boolean") return content;
  if (typeof content !== "object" || content === null) {
    throw new TemplateError(`[${path}] 'null' values are not allowed in templates`);
  }
  if (depth === depthMax) {
    throw new TemplateError(`Template format error: nesting of more than ${depthMax} levels`);
  }
  if (!Array.isArray(content)) return membersFrom(content, path, depth);
  return content.map((item, index) => valueFrom(item, `${path}/${index}`, depth + 1));
}

function membersFrom(content: object, path: string, depth: number): Values {
  return Object.fromEntries(
    Object.entries(content).map(([name, member]) => [
      name,
      valueFrom(member, `${path}/${name}`, depth + 1),
    ]),
  );
}
