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
  String.raw`{
"AllowedPattern":{"kind":"string","min":0,"max":1024},
"Boolean":{"kind":"boolean"},
"DateTime":{"kind":"timestamp"},
"DeleteParameterRequest":{"kind":"structure","members":{"Name":{"shape":"PSParameterName"}},"required":["Name"]},
"DeleteParameterResult":{"kind":"structure","members":{}},
"GetParameterRequest":{"kind":"structure","members":{"Name":{"shape":"PSParameterName"},"WithDecryption":{"shape":"Boolean"}},"required":["Name"]},
"GetParameterResult":{"kind":"structure","members":{"Parameter":{"shape":"Parameter"}}},
"GetParametersRequest":{"kind":"structure","members":{"Names":{"shape":"ParameterNameList"},"WithDecryption":{"shape":"Boolean"}},"required":["Names"]},
"GetParametersResult":{"kind":"structure","members":{"InvalidParameters":{"shape":"ParameterNameList"},"Parameters":{"shape":"ParameterList"}}},
"HierarchyLevelLimitExceededException":{"kind":"structure","members":{"message":{"shape":"String"}},"fault":{"status":400}},
"HierarchyTypeMismatchException":{"kind":"structure","members":{"message":{"shape":"String"}},"fault":{"status":400}},
"IncompatiblePolicyException":{"kind":"structure","members":{"message":{"shape":"String"}},"fault":{"status":400}},
"InternalServerError":{"kind":"structure","members":{"Message":{"shape":"String"}},"fault":{"status":500}},
"InvalidAllowedPatternException":{"kind":"structure","members":{"message":{"shape":"String"}},"fault":{"status":400}},
"InvalidKeyId":{"kind":"structure","members":{"message":{"shape":"String"}},"fault":{"status":400}},
"InvalidPolicyAttributeException":{"kind":"structure","members":{"message":{"shape":"String"}},"fault":{"status":400}},
"InvalidPolicyTypeException":{"kind":"structure","members":{"message":{"shape":"String"}},"fault":{"status":400}},
"PSParameterName":{"kind":"string","min":1,"max":2048},
"PSParameterSelector":{"kind":"string","min":0,"max":128},
"PSParameterValue":{"kind":"string","sensitive":true},
"PSParameterVersion":{"kind":"long"},
"Parameter":{"kind":"structure","members":{"ARN":{"shape":"String"},"DataType":{"shape":"ParameterDataType"},"LastModifiedDate":{"shape":"DateTime"},"Name":{"shape":"PSParameterName"},"Selector":{"shape":"PSParameterSelector"},"SourceResult":{"shape":"String"},"Type":{"shape":"ParameterType"},"Value":{"shape":"PSParameterValue"},"Version":{"shape":"PSParameterVersion"}}},
"ParameterAlreadyExists":{"kind":"structure","members":{"message":{"shape":"String"}},"fault":{"status":400}},
"ParameterDataType":{"kind":"string","min":0,"max":128},
"ParameterDescription":{"kind":"string","min":0,"max":1024},
"ParameterKeyId":{"kind":"string","min":1,"max":256,"pattern":"^([a-zA-Z0-9:/_-]+)$"},
"ParameterLimitExceeded":{"kind":"structure","members":{"message":{"shape":"String"}},"fault":{"status":400}},
"ParameterList":{"kind":"list","member":{"shape":"Parameter"}},
"ParameterMaxVersionLimitExceeded":{"kind":"structure","members":{"message":{"shape":"String"}},"fault":{"status":400}},
"ParameterNameList":{"kind":"list","member":{"shape":"PSParameterName"},"min":1,"max":10},
"ParameterNotFound":{"kind":"structure","members":{"message":{"shape":"String"}},"fault":{"status":400}},
"ParameterPatternMismatchException":{"kind":"structure","members":{"message":{"shape":"String"}},"fault":{"status":400}},
"ParameterPolicies":{"kind":"string","min":1,"max":4096},
"ParameterTier":{"kind":"string","enum":["Standard","Advanced","Intelligent-Tiering"]},
"ParameterType":{"kind":"string","enum":["String","StringList","SecureString"]},
"ParameterVersionNotFound":{"kind":"structure","members":{"message":{"shape":"String"}},"fault":{"status":400}},
"PoliciesLimitExceededException":{"kind":"structure","members":{"message":{"shape":"String"}},"fault":{"status":400}},
"PutParameterRequest":{"kind":"structure","members":{"AllowedPattern":{"shape":"AllowedPattern"},"DataType":{"shape":"ParameterDataType"},"Description":{"shape":"ParameterDescription"},"KeyId":{"shape":"ParameterKeyId"},"Name":{"shape":"PSParameterName"},"Overwrite":{"shape":"Boolean"},"Policies":{"shape":"ParameterPolicies"},"Tags":{"shape":"TagList"},"Tier":{"shape":"ParameterTier"},"Type":{"shape":"ParameterType"},"Value":{"shape":"PSParameterValue"}},"required":["Name","Value"]},
"PutParameterResult":{"kind":"structure","members":{"Tier":{"shape":"ParameterTier"},"Version":{"shape":"PSParameterVersion"}}},
"String":{"kind":"string"},
"Tag":{"kind":"structure","members":{"Key":{"shape":"TagKey"},"Value":{"shape":"TagValue"}},"required":["Key","Value"]},
"TagKey":{"kind":"string","min":1,"max":128,"pattern":"^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"},
"TagList":{"kind":"list","member":{"shape":"Tag"},"max":1000},
"TagValue":{"kind":"string","min":0,"max":256,"pattern":"^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"},
"TooManyUpdates":{"kind":"structure","members":{"Message":{"shape":"String"}},"fault":{"status":400}},
"UnsupportedParameterType":{"kind":"structure","members":{"message":{"shape":"String"}},"fault":{"status":400}}
}`,
);
