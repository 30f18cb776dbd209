import { isDeepStrictEqual } from "node:util";
import type { Properties } from "../../schema/properties.ts";

type FunctionProperties = Properties["AWS::Lambda::Function"];

/** All that can be set about how a function runs: what the template leaves out is as by default. */
export function settingsOf(properties: FunctionProperties, functionName: string) {
  return {
    Description: properties.Description ?? "",
    Environment: properties.Environment ?? { Variables: {} },
    EphemeralStorage: properties.EphemeralStorage ?? { Size: 512 },
    Handler: properties.Handler,
    Layers: properties.Layers ?? [],
    LoggingConfig: { LogGroup: `/aws/lambda/${functionName}`, ...properties.LoggingConfig },
    MemorySize: properties.MemorySize ?? 128,
    Role: properties.Role,
    Runtime: properties.Runtime,
    SnapStart: properties.SnapStart,
    Timeout: properties.Timeout ?? 3,
    TracingConfig: properties.TracingConfig ?? { Mode: "PassThrough" },
  };
}

/** Whether any of them differs: a function is not started anew without need. */
export function changesSettings(before: FunctionProperties, after: FunctionProperties): boolean {
  return !isDeepStrictEqual(settingsOf(before, ""), settingsOf(after, ""));
}
