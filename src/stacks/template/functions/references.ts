import { type Evaluator, templateFunction } from "../function-call.ts";
import { isPseudoParameter, pseudoParameter } from "../pseudo-parameters.ts";
import { attributeIn } from "../sub-text.ts";
import { TemplateError } from "../template-error.ts";
import { undefinedResource, unresolvedResources } from "../unresolved.ts";
import { isList, isValues, memberOf, type Value } from "../value.ts";
import { argumentText } from "./arguments.ts";

/** `{ "Ref": "Name" }`: a parameter's value, or what a resource answers to. */
export const ref = templateFunction((argument) => {
  if (typeof argument === "string" && argument !== "") return argument;
  throw new TemplateError("Template error: every Ref object must have a single String value.");
}, referred);

/** What a name stands for; undefined for `AWS::NoValue`. */
export function referred(name: string, evaluator: Evaluator): Value | undefined {
  const { scope } = evaluator;
  if (isPseudoParameter(name)) return pseudoParameter(name, scope.pseudo);
  return (
    scope.parameters.get(name) ??
    scope.resource(name)?.ref ??
    evaluator.unknown(unresolvedResources([name], "Resources"))
  );
}

/** `{ "Fn::GetAtt": ["Name", "Attribute"] }`, or `Name.Attribute` in one text. */
export const getAtt = templateFunction(attributeParts, ({ logicalId, attribute }, evaluator) =>
  attributeOf(logicalId, argumentText(attribute, evaluator, getAttWords), evaluator),
);

const getAttWords =
  "Template error: every Fn::GetAtt object requires two non-empty parameters, " +
  "the resource name and the resource attribute";

/** The parts of an argument of `Fn::GetAtt`; the name of the attribute may be a function. */
export function attributeParts(argument: Value): { logicalId: string; attribute: Value } {
  const parts = typeof argument === "string" ? attributeIn(argument) : undefined;
  const [logicalId, attribute, ...others] = parts
    ? [parts.logicalId, parts.attribute]
    : isList(argument)
      ? argument
      : [];
  const isSound = typeof logicalId === "string" && logicalId !== "" && attribute !== undefined;
  if (isSound && attribute !== "" && others.length === 0) return { logicalId, attribute };
  throw new TemplateError(getAttWords);
}

/** An attribute of a resource. */
export function attributeOf(logicalId: string, attribute: string, evaluator: Evaluator): Value {
  const found = evaluator.scope.resource(logicalId);
  if (!found) return evaluator.unknown(undefinedResource(logicalId));
  const value = memberOf(found.attributes, attribute);
  if (isValue(value)) return value;
  const type = `attribute type ${attribute} in Fn::GetAtt`;
  return evaluator.unknown(
    new TemplateError(`Template error: resource ${logicalId} does not support ${type}`),
  );
}

/** Attributes are what resources say of themselves, custom ones among them: anything may come. */
function isValue(value: unknown): value is Value {
  if (Array.isArray(value)) return value.every(isValue);
  if (typeof value === "object" && value !== null) return Object.values(value).every(isValue);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** `{ "Fn::ImportValue": "Name" }`: what another stack exports under a name. */
export const importValue = templateFunction(
  (argument) => argument,
  (argument, evaluator) => {
    const name = argumentText(
      argument,
      evaluator,
      "Template error: every Fn::ImportValue object must have a single String value",
    );
    const value = evaluator.scope.imports(name);
    if (value !== undefined) return value;
    throw new TemplateError(`No export named ${name} found`);
  },
);

const findInMapWords =
  "Template error: every Fn::FindInMap object requires three parameters, " +
  "the map name, map key and the attribute for return value";

/** `{ "Fn::FindInMap": ["Map", "Key", "Attribute", { "DefaultValue": ... }] }` */
export const findInMap = templateFunction(
  (argument) => {
    if (!isList(argument)) throw new TemplateError(findInMapWords);
    const [map, key, attribute, options, ...others] = argument;
    const isSound = map !== undefined && key !== undefined && attribute !== undefined;
    if (!isSound || others.length > 0) throw new TemplateError(findInMapWords);
    if (options === undefined) return { names: [map, key, attribute] };
    const fallback = isValues(options) ? memberOf(options, "DefaultValue") : undefined;
    if (fallback === undefined) throw new TemplateError(findInMapWords);
    return { names: [map, key, attribute], fallback };
  },
  ({ names, fallback }, evaluator) => {
    const [map = "", key = "", attribute = ""] = names.map((name) =>
      argumentText(name, evaluator, findInMapWords),
    );
    const values = evaluator.scope.mappings.get(map)?.get(key);
    const found = values && memberOf(values, attribute);
    if (found !== undefined) return found;
    if (fallback !== undefined) return evaluator.value(fallback);
    throw new TemplateError(
      `Template error: Unable to get mapping for ${map}::${key}::${attribute}`,
    );
  },
);
