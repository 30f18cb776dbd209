import type { DriftAnswer } from "./contract.ts";
import type { ResourceDrift } from "./domain/drift.ts";
import { secretsOf, withoutSecrets } from "./domain/secrets.ts";
import type { Stack, StackResource } from "./domain/stack.ts";

/** Whether a stack was changed by hand; whatever it has done since makes it unknown again. */
export function describeStackDrift({ drift, updatedAt = 0 }: Stack) {
  if (!drift || drift.at < updatedAt) return { StackDriftStatus: "NOT_CHECKED" as const };
  return { StackDriftStatus: drift.status, LastCheckTimestamp: new Date(drift.at) };
}

/** What is known of the drift of one resource. */
export function describeDriftOf(resource: StackResource, drifts: readonly ResourceDrift[]) {
  const drift = drifts.find(({ logicalId }) => logicalId === resource.logicalId);
  if (!drift || drift.at < resource.updatedAt) {
    return { StackResourceDriftStatus: "NOT_CHECKED" as const };
  }
  return { StackResourceDriftStatus: drift.status, LastCheckTimestamp: new Date(drift.at) };
}

/** How a resource was found, and what differs from what its stack has applied. */
export function describeDrift(drift: ResourceDrift, stack: Stack): DriftAnswer {
  const { stackId, logicalId, physicalId, type, status, expected, actual } = drift;
  const secrets = secretsOf(stack);
  const textOf = (value: unknown) => {
    const shown = withoutSecrets(value, secrets);
    return typeof shown === "string" ? shown : JSON.stringify(shown ?? null);
  };
  return {
    StackId: stackId,
    LogicalResourceId: logicalId,
    PhysicalResourceId: physicalId,
    ResourceType: type,
    StackResourceDriftStatus: status,
    ...(drift.statusReason !== undefined && { DriftStatusReason: drift.statusReason }),
    ExpectedProperties: textOf(expected),
    ...(actual && { ActualProperties: textOf(actual) }),
    PropertyDifferences: drift.differences.map((difference) => ({
      PropertyPath: difference.path,
      DifferenceType: difference.kind,
      ExpectedValue: textOf(difference.expected),
      ActualValue: textOf(difference.actual),
    })),
    Timestamp: new Date(drift.at),
  };
}
