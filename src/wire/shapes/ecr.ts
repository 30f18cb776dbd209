// Written by tools/generate-shapes.ts from AWS's service models. Do not edit.
import { shapeTable } from "../shape-table.ts";

/** The faults that the service declares, as the SDK's exception classes are named. */
export type FaultCode =
  | "ImageNotFoundException"
  | "InvalidParameterException"
  | "InvalidTagParameterException"
  | "KmsException"
  | "LimitExceededException"
  | "RepositoryAlreadyExistsException"
  | "RepositoryNotEmptyException"
  | "RepositoryNotFoundException"
  | "ServerException"
  | "TooManyTagsException"
  | "ValidationException";

export const shapes = shapeTable(
  {"service":"ecr","endpointPrefix":"api.ecr","signingName":"ecr","protocol":"aws-json","apiVersion":"2015-09-21","targetPrefix":"AmazonEC2ContainerRegistry_V20150921","jsonVersion":"1.1"},
  String.raw`{
"CreateRepository":{"method":"POST","path":"/","status":200,"input":"CreateRepositoryRequest","output":"CreateRepositoryResponse","faults":["InvalidParameterException","InvalidTagParameterException","KmsException","LimitExceededException","RepositoryAlreadyExistsException","ServerException","TooManyTagsException"]},
"DeleteRepository":{"method":"POST","path":"/","status":200,"input":"DeleteRepositoryRequest","output":"DeleteRepositoryResponse","faults":["InvalidParameterException","KmsException","RepositoryNotEmptyException","RepositoryNotFoundException","ServerException"]},
"DescribeImages":{"method":"POST","path":"/","status":200,"input":"DescribeImagesRequest","output":"DescribeImagesResponse","faults":["ImageNotFoundException","InvalidParameterException","RepositoryNotFoundException","ServerException"]},
"DescribeRepositories":{"method":"POST","path":"/","status":200,"input":"DescribeRepositoriesRequest","output":"DescribeRepositoriesResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException"]},
"GetAuthorizationToken":{"method":"POST","path":"/","status":200,"input":"GetAuthorizationTokenRequest","output":"GetAuthorizationTokenResponse","faults":["InvalidParameterException","ServerException"]},
"PutLifecyclePolicy":{"method":"POST","path":"/","status":200,"input":"PutLifecyclePolicyRequest","output":"PutLifecyclePolicyResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException","ValidationException"]},
"SetRepositoryPolicy":{"method":"POST","path":"/","status":200,"input":"SetRepositoryPolicyRequest","output":"SetRepositoryPolicyResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException"]}
}`,
  String.raw`{
"Arn":{"kind":"string"},
"AuthorizationData":{"kind":"structure","members":{"authorizationToken":{"shape":"Base64"},"expiresAt":{"shape":"ExpirationTimestamp"},"proxyEndpoint":{"shape":"ProxyEndpoint"}}},
"AuthorizationDataList":{"kind":"list","member":{"shape":"AuthorizationData"}},
"Base64":{"kind":"string","pattern":"^\\S+$"},
"CreateRepositoryRequest":{"kind":"structure","members":{"encryptionConfiguration":{"shape":"EncryptionConfiguration"},"imageScanningConfiguration":{"shape":"ImageScanningConfiguration"},"imageTagMutability":{"shape":"ImageTagMutability"},"imageTagMutabilityExclusionFilters":{"shape":"ImageTagMutabilityExclusionFilters"},"registryId":{"shape":"RegistryId"},"repositoryName":{"shape":"RepositoryName"},"tags":{"shape":"TagList"}},"required":["repositoryName"]},
"CreateRepositoryResponse":{"kind":"structure","members":{"repository":{"shape":"Repository"}}},
"CreationTimestamp":{"kind":"timestamp"},
"DeleteRepositoryRequest":{"kind":"structure","members":{"force":{"shape":"ForceFlag"},"registryId":{"shape":"RegistryId"},"repositoryName":{"shape":"RepositoryName"}},"required":["repositoryName"]},
"DeleteRepositoryResponse":{"kind":"structure","members":{"repository":{"shape":"Repository"}}},
"DescribeImagesFilter":{"kind":"structure","members":{"imageStatus":{"shape":"ImageStatusFilter"},"tagStatus":{"shape":"TagStatus"}}},
"DescribeImagesRequest":{"kind":"structure","members":{"filter":{"shape":"DescribeImagesFilter"},"imageIds":{"shape":"ImageIdentifierList"},"maxResults":{"shape":"MaxResults"},"nextToken":{"shape":"NextToken"},"registryId":{"shape":"RegistryId"},"repositoryName":{"shape":"RepositoryName"}},"required":["repositoryName"]},
"DescribeImagesResponse":{"kind":"structure","members":{"imageDetails":{"shape":"ImageDetailList"},"nextToken":{"shape":"NextToken"}}},
"DescribeRepositoriesRequest":{"kind":"structure","members":{"maxResults":{"shape":"MaxResults"},"nextToken":{"shape":"NextToken"},"registryId":{"shape":"RegistryId"},"repositoryNames":{"shape":"RepositoryNameList"}}},
"DescribeRepositoriesResponse":{"kind":"structure","members":{"nextToken":{"shape":"NextToken"},"repositories":{"shape":"RepositoryList"}}},
"EncryptionConfiguration":{"kind":"structure","members":{"encryptionType":{"shape":"EncryptionType"},"kmsKey":{"shape":"KmsKey"}},"required":["encryptionType"]},
"EncryptionType":{"kind":"string","enum":["AES256","KMS","KMS_DSSE"]},
"ExceptionMessage":{"kind":"string"},
"ExpirationTimestamp":{"kind":"timestamp"},
"FindingSeverity":{"kind":"string","enum":["INFORMATIONAL","LOW","MEDIUM","HIGH","CRITICAL","UNDEFINED"]},
"FindingSeverityCounts":{"kind":"map","key":{"shape":"FindingSeverity"},"value":{"shape":"SeverityCount"}},
"ForceFlag":{"kind":"boolean"},
"GetAuthorizationTokenRegistryIdList":{"kind":"list","member":{"shape":"RegistryId"},"min":1,"max":10},
"GetAuthorizationTokenRequest":{"kind":"structure","members":{"registryIds":{"shape":"GetAuthorizationTokenRegistryIdList"}}},
"GetAuthorizationTokenResponse":{"kind":"structure","members":{"authorizationData":{"shape":"AuthorizationDataList"}}},
"ImageDetail":{"kind":"structure","members":{"artifactMediaType":{"shape":"MediaType"},"imageDigest":{"shape":"ImageDigest"},"imageManifestMediaType":{"shape":"MediaType"},"imagePushedAt":{"shape":"PushTimestamp"},"imageScanFindingsSummary":{"shape":"ImageScanFindingsSummary"},"imageScanStatus":{"shape":"ImageScanStatus"},"imageSizeInBytes":{"shape":"ImageSizeInBytes"},"imageStatus":{"shape":"ImageStatus"},"imageTags":{"shape":"ImageTagList"},"lastActivatedAt":{"shape":"LastActivatedAtTimestamp"},"lastArchivedAt":{"shape":"LastArchivedAtTimestamp"},"lastRecordedPullTime":{"shape":"RecordedPullTimestamp"},"registryId":{"shape":"RegistryId"},"repositoryName":{"shape":"RepositoryName"},"subjectManifestDigest":{"shape":"ImageDigest"}}},
"ImageDetailList":{"kind":"list","member":{"shape":"ImageDetail"}},
"ImageDigest":{"kind":"string"},
"ImageIdentifier":{"kind":"structure","members":{"imageDigest":{"shape":"ImageDigest"},"imageTag":{"shape":"ImageTag"}}},
"ImageIdentifierList":{"kind":"list","member":{"shape":"ImageIdentifier"},"min":1,"max":100},
"ImageNotFoundException":{"kind":"structure","members":{"message":{"shape":"ExceptionMessage"}},"fault":{"status":400}},
"ImageScanFindingsSummary":{"kind":"structure","members":{"findingSeverityCounts":{"shape":"FindingSeverityCounts"},"imageScanCompletedAt":{"shape":"ScanTimestamp"},"vulnerabilitySourceUpdatedAt":{"shape":"VulnerabilitySourceUpdateTimestamp"}}},
"ImageScanStatus":{"kind":"structure","members":{"description":{"shape":"ScanStatusDescription"},"status":{"shape":"ScanStatus"}}},
"ImageScanningConfiguration":{"kind":"structure","members":{"scanOnPush":{"shape":"ScanOnPushFlag"}}},
"ImageSizeInBytes":{"kind":"long"},
"ImageStatus":{"kind":"string","enum":["ACTIVE","ARCHIVED","ACTIVATING"]},
"ImageStatusFilter":{"kind":"string","enum":["ACTIVE","ARCHIVED","ACTIVATING","ANY"]},
"ImageTag":{"kind":"string","min":1,"max":300},
"ImageTagList":{"kind":"list","member":{"shape":"ImageTag"}},
"ImageTagMutability":{"kind":"string","enum":["MUTABLE","IMMUTABLE","IMMUTABLE_WITH_EXCLUSION","MUTABLE_WITH_EXCLUSION"]},
"ImageTagMutabilityExclusionFilter":{"kind":"structure","members":{"filter":{"shape":"ImageTagMutabilityExclusionFilterValue"},"filterType":{"shape":"ImageTagMutabilityExclusionFilterType"}},"required":["filterType","filter"]},
"ImageTagMutabilityExclusionFilterType":{"kind":"string","enum":["WILDCARD"]},
"ImageTagMutabilityExclusionFilterValue":{"kind":"string","min":1,"max":128,"pattern":"^[0-9a-zA-Z._*-]{1,128}$"},
"ImageTagMutabilityExclusionFilters":{"kind":"list","member":{"shape":"ImageTagMutabilityExclusionFilter"},"min":1,"max":5},
"InvalidParameterException":{"kind":"structure","members":{"message":{"shape":"ExceptionMessage"}},"fault":{"status":400}},
"InvalidTagParameterException":{"kind":"structure","members":{"message":{"shape":"ExceptionMessage"}},"fault":{"status":400}},
"KmsError":{"kind":"string"},
"KmsException":{"kind":"structure","members":{"kmsError":{"shape":"KmsError"},"message":{"shape":"ExceptionMessage"}},"fault":{"status":400}},
"KmsKey":{"kind":"string","min":1,"max":2048},
"LastActivatedAtTimestamp":{"kind":"timestamp"},
"LastArchivedAtTimestamp":{"kind":"timestamp"},
"LifecyclePolicyText":{"kind":"string","min":100,"max":30720},
"LimitExceededException":{"kind":"structure","members":{"message":{"shape":"ExceptionMessage"}},"fault":{"status":400}},
"MaxResults":{"kind":"integer","min":1,"max":1000},
"MediaType":{"kind":"string"},
"NextToken":{"kind":"string"},
"ProxyEndpoint":{"kind":"string"},
"PushTimestamp":{"kind":"timestamp"},
"PutLifecyclePolicyRequest":{"kind":"structure","members":{"lifecyclePolicyText":{"shape":"LifecyclePolicyText"},"registryId":{"shape":"RegistryId"},"repositoryName":{"shape":"RepositoryName"}},"required":["repositoryName","lifecyclePolicyText"]},
"PutLifecyclePolicyResponse":{"kind":"structure","members":{"lifecyclePolicyText":{"shape":"LifecyclePolicyText"},"registryId":{"shape":"RegistryId"},"repositoryName":{"shape":"RepositoryName"}}},
"RecordedPullTimestamp":{"kind":"timestamp"},
"RegistryId":{"kind":"string","pattern":"[0-9]{12}"},
"Repository":{"kind":"structure","members":{"createdAt":{"shape":"CreationTimestamp"},"encryptionConfiguration":{"shape":"EncryptionConfiguration"},"imageScanningConfiguration":{"shape":"ImageScanningConfiguration"},"imageTagMutability":{"shape":"ImageTagMutability"},"imageTagMutabilityExclusionFilters":{"shape":"ImageTagMutabilityExclusionFilters"},"registryId":{"shape":"RegistryId"},"repositoryArn":{"shape":"Arn"},"repositoryName":{"shape":"RepositoryName"},"repositoryUri":{"shape":"Url"}}},
"RepositoryAlreadyExistsException":{"kind":"structure","members":{"message":{"shape":"ExceptionMessage"}},"fault":{"status":400}},
"RepositoryList":{"kind":"list","member":{"shape":"Repository"}},
"RepositoryName":{"kind":"string","min":2,"max":256,"pattern":"[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(\\/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*"},
"RepositoryNameList":{"kind":"list","member":{"shape":"RepositoryName"},"min":1,"max":100},
"RepositoryNotEmptyException":{"kind":"structure","members":{"message":{"shape":"ExceptionMessage"}},"fault":{"status":400}},
"RepositoryNotFoundException":{"kind":"structure","members":{"message":{"shape":"ExceptionMessage"}},"fault":{"status":400}},
"RepositoryPolicyText":{"kind":"string","min":0,"max":10240},
"ScanOnPushFlag":{"kind":"boolean"},
"ScanStatus":{"kind":"string","enum":["IN_PROGRESS","COMPLETE","FAILED","UNSUPPORTED_IMAGE","ACTIVE","PENDING","SCAN_ELIGIBILITY_EXPIRED","FINDINGS_UNAVAILABLE","LIMIT_EXCEEDED","IMAGE_ARCHIVED"]},
"ScanStatusDescription":{"kind":"string"},
"ScanTimestamp":{"kind":"timestamp"},
"ServerException":{"kind":"structure","members":{"message":{"shape":"ExceptionMessage"}},"fault":{"status":500}},
"SetRepositoryPolicyRequest":{"kind":"structure","members":{"force":{"shape":"ForceFlag"},"policyText":{"shape":"RepositoryPolicyText"},"registryId":{"shape":"RegistryId"},"repositoryName":{"shape":"RepositoryName"}},"required":["repositoryName","policyText"]},
"SetRepositoryPolicyResponse":{"kind":"structure","members":{"policyText":{"shape":"RepositoryPolicyText"},"registryId":{"shape":"RegistryId"},"repositoryName":{"shape":"RepositoryName"}}},
"SeverityCount":{"kind":"integer","min":0},
"Tag":{"kind":"structure","members":{"Key":{"shape":"TagKey"},"Value":{"shape":"TagValue"}},"required":["Key","Value"]},
"TagKey":{"kind":"string"},
"TagList":{"kind":"list","member":{"shape":"Tag"}},
"TagStatus":{"kind":"string","enum":["TAGGED","UNTAGGED","ANY"]},
"TagValue":{"kind":"string"},
"TooManyTagsException":{"kind":"structure","members":{"message":{"shape":"ExceptionMessage"}},"fault":{"status":400}},
"Url":{"kind":"string"},
"ValidationException":{"kind":"structure","members":{"message":{"shape":"ExceptionMessage"}},"fault":{"status":400}},
"VulnerabilitySourceUpdateTimestamp":{"kind":"timestamp"}
}`,
);
