import { describeDriftOf } from "./describe-drift.ts";
import type { ResourceDrift } from "./domain/drift.ts";
import type { StackResource } from "./domain/stack.ts";

/** What every answer tells of a resource. */
export function describeResource(resource: StackResource, drifts: readonly ResourceDrift[]) {
  const { logicalId, physicalId, type, status, statusReason } = resource;
  return {
    LogicalResourceId: logicalId,
    ...(physicalId !== "" && { PhysicalResourceId: physicalId }),
    ResourceType: type,
    ResourceStatus: status,
    ResourceStatusReason: statusReason,
    DriftInformation: describeDriftOf(resource, drifts),
  };
}
