import { optionalValues } from "../members.ts";
import type { Template, TemplateResource } from "../template.ts";
import { isValues, memberOf, textOf, type Value, type Values } from "../value.ts";
import { loopOf } from "./loop.ts";

/**
 * Resources that can be seen in a template before its loops are gone through: what a loop repeats
 * stands there once, under the name that has the variable in it.
 *
 * @throws TemplateError when a loop is malformed
 */
export function outlineOf(template: Values): Template["resources"] {
  return new Map(seenIn(optionalValues(template, "Resources") ?? {}));
}

function seenIn(members: Values): [string, TemplateResource][] {
  return Object.entries(members).flatMap(([id, member]): [string, TemplateResource][] => {
    const loop = loopOf(id, member);
    if (loop) return seenIn(loop.body);
    const type = isValues(member) ? textOf(memberOf(member, "Type")) : undefined;
    return type === undefined
      ? []
      : [[id, { type, properties: propertiesOf(member), dependsOn: [] }]];
  });
}

function propertiesOf(resource: Value): Values {
  const properties = isValues(resource) ? memberOf(resource, "Properties") : undefined;
  return isValues(properties) ? properties : {};
}
