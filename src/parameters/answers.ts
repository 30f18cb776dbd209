import type { Parameter, ParameterHistory, ParameterMetadata } from "@aws-sdk/client-ssm";
import type { ParametersContext } from "./contract.ts";
import { type ParameterRecord, parameterArn } from "./domain/parameter.ts";

/** The only key that there is here; AWS's own for parameters. */
export const defaultKey = "alias/aws/ssm";

/**
 * A parameter with its value, as GetParameter answers it.
 * @param decrypts without it, the value of a SecureString is what is kept, sealed
 */
export function describeParameter(
  parameter: ParameterRecord,
  { secrets }: ParametersContext,
  decrypts: boolean,
): Parameter {
  const { name, type, version, dataType, modifiedAt } = parameter;
  return {
    Name: name,
    Type: type,
    Value: openedValue(parameter, secrets, decrypts),
    Version: version,
    LastModifiedDate: new Date(modifiedAt),
    ARN: parameterArn(parameter, name),
    DataType: dataType,
  };
}

/** A parameter without its value, as DescribeParameters answers it. */
export function describeMetadata(parameter: ParameterRecord): ParameterMetadata {
  return { ...describeSettings(parameter), ARN: parameterArn(parameter, parameter.name) };
}

/** A version, as GetParameterHistory answers it. */
export function describeVersion(
  parameter: ParameterRecord,
  { secrets }: ParametersContext,
  decrypts: boolean,
): ParameterHistory {
  const settings = describeSettings(parameter);
  return { ...settings, Value: openedValue(parameter, secrets, decrypts), Labels: [] };
}

function describeSettings(parameter: ParameterRecord) {
  const { name, type, version, tier, dataType, description, allowedPattern } = parameter;
  return {
    Name: name,
    Type: type,
    ...(type === "SecureString" && { KeyId: defaultKey }),
    LastModifiedDate: new Date(parameter.modifiedAt),
    LastModifiedUser: parameter.modifiedBy,
    ...(description !== undefined && { Description: description }),
    ...(allowedPattern !== undefined && { AllowedPattern: allowedPattern }),
    Version: version,
    Tier: tier,
    Policies: [],
    DataType: dataType,
  };
}

function openedValue(
  parameter: ParameterRecord,
  secrets: ParametersContext["secrets"],
  decrypts: boolean,
): string {
  if (parameter.type !== "SecureString") return parameter.value;
  if (decrypts) return secrets.open(parameter.value, parameter);
  return Buffer.from(parameter.value).toString("base64");
}
