import { isPseudoParameter } from "./pseudo-parameters.ts";
import { type Reference, referencesIn } from "./references.ts";
import type { Template } from "./template.ts";
import { TemplateError } from "./template-error.ts";
import { undefinedResource, unresolvedResources } from "./unresolved.ts";
import type { Value } from "./value.ts";

/** By logical id the logical ids of the resources that have to be there first. */
export type Dependencies = ReadonlyMap<string, ReadonlySet<string>>;

/** Logical ids of the resources whose condition holds. */
export function activeResources(
  { resources }: Template,
  conditions: ReadonlyMap<string, boolean>,
): ReadonlySet<string> {
  const active = [...resources].filter(
    ([, { condition }]) => condition === undefined || conditions.get(condition) === true,
  );
  return new Set(active.map(([id]) => id));
}

/**
 * Which resources need which, of those whose condition holds: by `Ref`, `Fn::GetAtt`, `Fn::Sub`
 * and `DependsOn`. What a resource or an output refers to must be there.
 *
 * @param conditions as evaluateConditions answers them; only the values of `Fn::If` that they
 *   take count
 * @throws TemplateError when a reference leads nowhere, or in a circle
 */
export function dependenciesOf(
  template: Template,
  conditions: ReadonlyMap<string, boolean>,
): Dependencies {
  const active = activeResources(template, conditions);
  for (const { condition, value, exportName = "" } of template.outputs.values()) {
    if (condition !== undefined && conditions.get(condition) !== true) continue;
    resourcesIn([value, exportName], "Outputs", { template, active, conditions });
  }
  const dependencies = dependenciesAmong({ template, active, conditions });
  checkOrder(dependencies);
  return dependencies;
}

/** References are followed among these. */
export interface Following {
  readonly template: Template;
  readonly active: ReadonlySet<string>;
  /** Without them both values of `Fn::If` count. */
  readonly conditions?: ReadonlyMap<string, boolean>;
}

/** @throws TemplateError when a reference leads nowhere */
export function dependenciesAmong(following: Following): Dependencies {
  const { template, active } = following;
  const dependencies = new Map<string, ReadonlySet<string>>();
  for (const [id, { properties, dependsOn }] of template.resources) {
    if (!active.has(id)) continue;
    const missing = dependsOn.filter((other) => !template.resources.has(other));
    if (missing.length > 0) throw unresolvedResources(missing, "Resources");
    const referred = resourcesIn(properties, "Resources", following);
    // As at AWS, a DependsOn on a resource whose condition does not hold is no dependency.
    dependencies.set(id, new Set([...referred, ...dependsOn.filter((one) => active.has(one))]));
  }
  return dependencies;
}

/** Logical ids of the resources that a value refers to; all of them must be there. */
export function resourcesIn(
  value: Value,
  block: "Resources" | "Outputs",
  { template, active, conditions }: Following,
): string[] {
  const references = referencesIn(value, conditions);
  const isParameter = ({ name, attribute }: Reference) =>
    !attribute && (template.parameters.has(name) || isPseudoParameter(name));
  const toResources = references.filter((reference) => !isParameter(reference));
  const missing = toResources.filter(({ name }) => !active.has(name));
  const missingAttribute = missing.find(({ attribute }) => attribute);
  if (missingAttribute) throw undefinedResource(missingAttribute.name);
  if (missing.length > 0) throw unresolvedResources(namesOf(missing), block);
  return namesOf(toResources);
}

function namesOf(references: readonly Reference[]): string[] {
  return references.map(({ name }) => name);
}

/** @throws TemplateError when resources wait for each other */
export function checkOrder(dependencies: Dependencies): void {
  // Whatever leads into a circle goes first, then what a circle leads to.
  const waiting = withoutEnds(dependencies);
  const circles = withoutEnds(reversed(waiting));
  if (circles.size === 0) return;
  const ids = [...dependencies.keys()].filter((id) => circles.has(id));
  throw new TemplateError(`Circular dependency between resources: [${ids.join(", ")}]`);
}

/** Takes away, again and again, what leads nowhere. */
function withoutEnds(dependencies: Dependencies): Dependencies {
  const rest = new Map(dependencies);
  const open = new Map([...rest].map(([id, others]) => [id, others.size]));
  const before = reversed(rest);
  const ends = [...open].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = ends.pop(); id !== undefined; id = ends.pop()) {
    rest.delete(id);
    for (const other of before.get(id) ?? []) {
      const count = (open.get(other) ?? 0) - 1;
      open.set(other, count);
      if (count === 0) ends.push(other);
    }
  }
  return rest;
}

/** The same with every arrow turned, as far as both ends are there. */
function reversed(dependencies: Dependencies): Dependencies {
  const turned = new Map([...dependencies.keys()].map((id) => [id, new Set<string>()]));
  for (const [id, others] of dependencies) for (const other of others) turned.get(other)?.add(id);
  return turned;
}
