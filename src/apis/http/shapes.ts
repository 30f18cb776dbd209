import type { OperationShape, ServiceShapes } from "../../wire/shape.ts";
import { shapes as published } from "../../wire/shapes/apigatewayv2.ts";

let operations: Record<string, OperationShape> | undefined;

/**
 * The service's table, with what AWS does and its model does not say: a deletion is refused with
 * ConflictException where something needs the part. Recorded for authorizers
 * (github.com/anomalyco/sst/issues/5586), integrations
 * (github.com/milliHQ/terraform-aws-next-js/issues/247) and routes
 * (github.com/hashicorp/terraform-provider-aws/issues/40575).
 */
export const shapes: ServiceShapes = {
  service: published.service,
  endpointPrefix: published.endpointPrefix,
  signingName: published.signingName,
  protocol: published.protocol,
  apiVersion: published.apiVersion,
  get operations() {
    operations ??= withConflicts(published.operations);
    return operations;
  },
  get shapes() {
    return published.shapes;
  },
};

function withConflicts(
  table: Readonly<Record<string, OperationShape>>,
): Record<string, OperationShape> {
  const entries = Object.entries(table).map(([name, operation]) => {
    if (!name.startsWith("Delete")) return [name, operation];
    return [name, { ...operation, faults: [...operation.faults, "ConflictException"] }];
  });
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}
