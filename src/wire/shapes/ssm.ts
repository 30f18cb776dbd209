// Written by tools/generate-shapes.ts from AWS's service models. Do not edit.
import { shapeTable } from "../shape-table.ts";

/** The faults that the service declares, as the SDK's exception classes are named. */
export type FaultCode =
  | "HierarchyLevelLimitExceededException"
  | "HierarchyTypeMismatchException"
  | "IncompatiblePolicyException"
  | "InternalServerError"
  | "InvalidAllowedPatternException"
  | "InvalidKeyId"
  | "InvalidPolicyAttributeException"
  | "InvalidPolicyTypeException"
  | "ParameterAlreadyExists"
  | "ParameterLimitExceeded"
  | "ParameterMaxVersionLimitExceeded"
  | "ParameterNotFound"
  | "ParameterPatternMismatchException"
  | "ParameterVersionNotFound"
  | "PoliciesLimitExceededException"
  | "TooManyUpdates"
  | "UnsupportedParameterType";

export const shapes = shapeTable(
  {"service":"ssm","endpointPrefix":"ssm","signingName":"ssm","protocol":"aws-json","apiVersion":"2014-11-06","targetPrefix":"AmazonSSM","jsonVersion":"1.1"},
  String.raw`{
"DeleteParameter":{"method":"POST","path":"/","status":200,"input":"DeleteParameterRequest","output":"DeleteParameterResult","faults":["InternalServerError","ParameterNotFound"]},
"GetParameter":{"method":"POST","path":"/","status":200,"input":"GetParameterRequest","output":"GetParameterResult","faults":["InternalServerError","InvalidKeyId","ParameterNotFound","ParameterVersionNotFound"]},
"GetParameters":{"method":"POST","path":"/","status":200,"input":"GetParametersRequest","output":"GetParametersResult","faults":["InternalServerError","InvalidKeyId"]},
"PutParameter":{"method":"POST","path":"/","status":200,"input":"PutParameterRequest","output":"PutParameterResult","faults":["HierarchyLevelLimitExceededException","HierarchyTypeMismatchException","IncompatiblePolicyException","InternalServerError","InvalidAllowedPatternException","InvalidKeyId","InvalidPolicyAttributeException","InvalidPolicyTypeException","ParameterAlreadyExists","ParameterLimitExceeded","ParameterMaxVersionLimitExceeded","ParameterPatternMismatchException","PoliciesLimitExceededException","TooManyUpdates","UnsupportedParameterType"]}
}`,
  new URL("./ssm.shapes.json", import.meta.url),
);
