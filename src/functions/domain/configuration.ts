import { createHash } from "node:crypto";
import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { type FunctionRecord, functionArn, type LayerReference } from "./record.ts";

/**
 * A function as Lambda's API shows it. It is ready as soon as it exists.
 * @param qualifier the version or alias by which it was named
 */
export function describeFunction(
  record: FunctionRecord,
  qualifier?: string,
): FunctionConfiguration {
  const variables = Object.keys(record.variables).length > 0;
  return {
    FunctionName: record.name,
    FunctionArn: functionArn(record.tenant, record.name, qualifier),
    Runtime: record.runtime,
    Role: record.role,
    Handler: record.handler,
    CodeSize: record.code.size,
    Description: record.description,
    Timeout: record.timeout,
    MemorySize: record.memorySize,
    LastModified: timestamp(record.modifiedAt),
    CodeSha256: record.code.sha256,
    Version: record.version,
    ...(variables ? { Environment: { Variables: { ...record.variables } } } : {}),
    ...(record.layers.length > 0 ? { Layers: record.layers.map(describeLayer) } : {}),
    TracingConfig: { Mode: record.tracing },
    RevisionId: record.revisionId,
    State: "Active",
    LastUpdateStatus: "Successful",
    PackageType: "Zip",
    Architectures: [record.architecture],
    EphemeralStorage: { Size: record.ephemeralStorage },
    SnapStart: { ApplyOn: "None", OptimizationStatus: "Off" },
    RuntimeVersionConfig: { RuntimeVersionArn: runtimeVersionArn(record) },
    LoggingConfig: { LogFormat: "Text", LogGroup: record.logGroup },
  };
}

/** `2026-11-20T21:33:07.000+0000`: as Lambda writes it, and no other service. */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("Z", "+0000");
}

function describeLayer({ arn, code }: LayerReference) {
  return { Arn: arn, CodeSize: code.size };
}

/** Stands for the version of the runtime, which clients treat as a name without meaning. */
function runtimeVersionArn({ runtime, tenant }: FunctionRecord): string {
  const version = createHash("sha256").update(runtime).digest("hex");
  return `arn:aws:lambda:${tenant.region}::runtime:${version}`;
}
