import type { StackResource } from "./domain/stack.ts";

/** What every answer tells of a resource. */
export function describeResource(resource: StackResource) {
  const { logicalId, physicalId, type, status, statusReason } = resource;
  return {
    LogicalResourceId: logicalId,
    ...(physicalId !== "" && { PhysicalResourceId: physicalId }),
    ResourceType: type,
    ResourceStatus: status,
    ResourceStatusReason: statusReason,
    DriftInformation: { StackResourceDriftStatus: "NOT_CHECKED" as const },
  };
}
