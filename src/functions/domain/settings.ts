import type {
  CreateFunctionRequest,
  UpdateFunctionConfigurationRequest,
} from "@aws-sdk/client-lambda";
import type { FunctionRecord } from "./record.ts";
import { refuseRuntime } from "./runtime.ts";

const nameLengthMax = 64;
const timeoutSecondsMax = 900;
const memoryMax = 10_240;
const variablesBytesMax = 4096;

/** Variables that the runtime sets and no function may. */
const reserved: ReadonlySet<string> = new Set([
  "_HANDLER",
  "_X_AMZN_TRACE_ID",
  "AWS_ACCESS_KEY",
  "AWS_ACCESS_KEY_ID",
  "AWS_DEFAULT_REGION",
  "AWS_EXECUTION_ENV",
  "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
  "AWS_LAMBDA_FUNCTION_NAME",
  "AWS_LAMBDA_FUNCTION_VERSION",
  "AWS_LAMBDA_INITIALIZATION_TYPE",
  "AWS_LAMBDA_LOG_GROUP_NAME",
  "AWS_LAMBDA_LOG_STREAM_NAME",
  "AWS_LAMBDA_RUNTIME_API",
  "AWS_REGION",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "LAMBDA_RUNTIME_DIR",
  "LAMBDA_TASK_ROOT",
]);

/** What keeps a function from having these settings, in AWS's words; undefined when nothing. */
export function refuseSettings(record: FunctionRecord): string | undefined {
  const { name, runtime, timeout, memorySize, variables } = record;
  if (name.length > nameLengthMax) {
    return constraint("functionName", name, `length less than or equal to ${nameLengthMax}`);
  }
  if (timeout > timeoutSecondsMax) {
    return constraint("timeout", timeout, `value less than or equal to ${timeoutSecondsMax}`);
  }
  if (memorySize > memoryMax) {
    return (
      "'MemorySize' value failed to satisfy constraint: Member must have value less than or " +
      `equal to ${memoryMax}`
    );
  }
  return refuseRuntime(runtime) ?? refuseVariables(variables);
}

function constraint(member: string, value: string | number, rule: string): string {
  return (
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy ` +
    `constraint: Member must have ${rule}`
  );
}

function refuseVariables(variables: Readonly<Record<string, string>>): string | undefined {
  const taken = Object.keys(variables).filter((name) => reserved.has(name));
  if (taken.length > 0) {
    return (
      "Lambda was unable to configure your environment variables because the environment " +
      "variables you have provided contains reserved keys that are currently not supported for " +
      `modification. Reserved keys used in this request: ${taken.join(", ")}`
    );
  }
  if (Buffer.byteLength(JSON.stringify(variables)) > variablesBytesMax) {
    return (
      "Lambda was unable to configure your environment variables because the environment " +
      "variables you have provided exceeded the 4KB limit."
    );
  }
  return undefined;
}

type Asked = Partial<CreateFunctionRequest> & Partial<UpdateFunctionConfigurationRequest>;

/** Each is a way to run a function that this server does not have. */
const features: Readonly<Record<string, (asked: Asked) => boolean>> = {
  "PackageType Image": (asked) => asked.PackageType === "Image" || asked.ImageConfig !== undefined,
  "VpcConfig with subnets": ({ VpcConfig }) => (VpcConfig?.SubnetIds?.length ?? 0) > 0,
  FileSystemConfigs: (asked) => (asked.FileSystemConfigs?.length ?? 0) > 0,
  DeadLetterConfig: ({ DeadLetterConfig }) => Boolean(DeadLetterConfig?.TargetArn),
  KMSKeyArn: ({ KMSKeyArn }) => Boolean(KMSKeyArn),
  CodeSigningConfigArn: ({ CodeSigningConfigArn }) => Boolean(CodeSigningConfigArn),
  PublishTo: ({ PublishTo }) => PublishTo !== undefined,
  "SnapStart for published versions": ({ SnapStart }) => SnapStart?.ApplyOn === "PublishedVersions",
  DurableConfig: ({ DurableConfig }) => DurableConfig !== undefined,
  CapacityProviderConfig: (asked) => asked.CapacityProviderConfig !== undefined,
  TenancyConfig: ({ TenancyConfig }) => TenancyConfig !== undefined,
  "LogFormat JSON": ({ LoggingConfig }) => LoggingConfig?.LogFormat === "JSON",
};

/** Names what is asked for and not there, so that nothing is silently left out. */
export function refuseFeatures(asked: Asked): string | undefined {
  const missing = Object.entries(features).find(([, isAsked]) => isAsked(asked));
  if (!missing) return undefined;
  return `Gatepool does not support ${missing[0]} for functions yet: see docs/compatibility.md.`;
}
