import { Fault } from "../../foundation/fault.ts";
import { differencesOf, type ResourceDrift } from "../domain/drift.ts";
import type { Stack, StackResource } from "../domain/stack.ts";
import { findType } from "../resource.ts";
import { Run, type RunParts } from "./run.ts";

/** As many resources as are looked at at once. */
const atOnceMax = 16;

/**
 * Compares resources of a stack with how they are now. Those of types that cannot be read are left
 * out.
 */
export async function driftsOf(
  parts: RunParts,
  stack: Stack,
  resources: readonly StackResource[],
): Promise<ResourceDrift[]> {
  const run = new Run(parts, stack, resources);
  const found: ResourceDrift[] = [];
  for (let start = 0; start < resources.length; start += atOnceMax) {
    const some = resources.slice(start, start + atOnceMax);
    const drifts = await Promise.all(some.map((resource) => driftOf(run, resource)));
    found.push(...drifts.flatMap((drift) => drift ?? []));
  }
  return found;
}

async function driftOf(run: Run, resource: StackResource): Promise<ResourceDrift | undefined> {
  const { stackId, logicalId, physicalId, type, properties: expected } = resource;
  const { read } = findType(run.parts.types, type) ?? {};
  if (!read || physicalId === "") return undefined;
  const drift = {
    ...{ stackId, logicalId, physicalId, type, expected, differences: [] },
    at: run.parts.clock.now(),
  };
  try {
    const found = await read({ physicalId, properties: expected }, run.contextFor(resource));
    if (!found) return { ...drift, status: "DELETED" };
    const actual: Readonly<Record<string, unknown>> = { ...found };
    const differences = differencesOf(expected, actual);
    const status = differences.length > 0 ? "MODIFIED" : "IN_SYNC";
    return { ...drift, status, actual, differences };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ...drift, status: "UNKNOWN", statusReason: error.message };
  }
}
