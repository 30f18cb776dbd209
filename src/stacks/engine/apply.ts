import { isDeepStrictEqual } from "node:util";
import type { StackResource } from "../domain/stack.ts";
import { findType } from "../resource.ts";
import { checkProperties } from "../schema/check-properties.ts";
import { replacementOf } from "../schema/replacement.ts";
import {
  evaluateMembers,
  type ResourceValues,
  resolveDynamicReferences,
  type Scope,
  type TemplateResource,
} from "../template/index.ts";
import { reasonOf } from "./failure.ts";
import type { Prepared } from "./prepare.ts";
import {
  createResource,
  failUnmade,
  stateOf,
  updateResource,
  type Wanted,
} from "./resource-steps.ts";
import type { Run } from "./run.ts";
import { type Walked, walk } from "./walk.ts";

/** Makes and changes resources until they are as the template wants them. Removes none. */
export function apply(run: Run, prepared: Prepared): Promise<Walked> {
  const scope = scopeOf(run, prepared);
  return walk(prepared.dependencies, async (logicalId) => {
    const resource = prepared.active.get(logicalId);
    if (!resource) throw new Error(`${logicalId} is not in the template`);
    return bringAbout(run, unevaluated(prepared, logicalId, resource), async () => {
      const evaluated = evaluateMembers(resource.properties, scope);
      const values = await resolveDynamicReferences(evaluated, prepared.lookup);
      const checked = checkProperties(resource.type, logicalId, values);
      findType(run.parts.types, resource.type)?.refuseUnsupported(logicalId, checked);
      return checked;
    });
  });
}

/** What functions see of a run: the resources that stand by now. */
export function scopeOf(run: Run, prepared: Prepared): Scope {
  return { ...prepared.scope, resource: (logicalId) => valuesOf(run.resources.get(logicalId)) };
}

export function valuesOf(resource: StackResource | undefined): ResourceValues | undefined {
  if (!resource || resource.physicalId === "") return undefined;
  const { physicalId, ref = physicalId, attributes } = resource;
  return { ref, attributes };
}

type Unevaluated = Omit<Wanted, "properties">;

function unevaluated(
  prepared: Prepared,
  logicalId: string,
  { type, deletionPolicy = "Delete", updateReplacePolicy = "Delete" }: TemplateResource,
): Unevaluated {
  const dependsOn = [...(prepared.dependencies.get(logicalId) ?? [])];
  return { logicalId, type, dependsOn, deletionPolicy, updateReplacePolicy };
}

async function bringAbout(
  run: Run,
  wanted: Unevaluated,
  evaluated: () => Promise<Wanted["properties"]>,
): Promise<boolean> {
  const existing = run.resources.get(wanted.logicalId);
  let properties: Wanted["properties"];
  try {
    properties = await evaluated();
  } catch (error) {
    await failUnmade(run, { ...wanted, properties: {} }, reasonOf(error, run.parts));
    return false;
  }
  const whole = { ...wanted, properties };
  if (!existing) return createResource(run, whole);
  if (existing.type !== wanted.type) return createResource(run, whole, existing);
  const { changed, replacement } = replacementOf(wanted.type, existing.properties, properties);
  if (changed.length > 0) {
    return replacement === "True"
      ? createResource(run, whole, existing)
      : updateResource(run, existing, whole);
  }
  const kept = { ...existing, ...wanted };
  if (!isDeepStrictEqual(kept, existing)) await run.keep({ ...kept, previous: stateOf(existing) });
  return true;
}
