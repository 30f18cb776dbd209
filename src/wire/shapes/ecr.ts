// Written by tools/generate-shapes.ts from AWS's service models. Do not edit.
import { shapeTable } from "../shape-table.ts";

/** The faults that the service declares, as the SDK's exception classes are named. */
export type FaultCode =
  | "BlockedByOrganizationPolicyException"
  | "EmptyUploadException"
  | "ExclusionAlreadyExistsException"
  | "ExclusionNotFoundException"
  | "ImageAlreadyExistsException"
  | "ImageArchivedException"
  | "ImageDigestDoesNotMatchException"
  | "ImageNotFoundException"
  | "ImageStorageClassUpdateNotSupportedException"
  | "ImageTagAlreadyExistsException"
  | "InvalidLayerException"
  | "InvalidLayerPartException"
  | "InvalidParameterException"
  | "InvalidTagParameterException"
  | "KmsException"
  | "LayerAlreadyExistsException"
  | "LayerInaccessibleException"
  | "LayerPartTooSmallException"
  | "LayersNotFoundException"
  | "LifecyclePolicyNotFoundException"
  | "LifecyclePolicyPreviewInProgressException"
  | "LifecyclePolicyPreviewNotFoundException"
  | "LimitExceededException"
  | "PullThroughCacheRuleAlreadyExistsException"
  | "PullThroughCacheRuleNotFoundException"
  | "ReferencedImagesNotFoundException"
  | "RegistryPolicyNotFoundException"
  | "ReplicationBackfillInProgressException"
  | "ReplicationBackfillInvalidStatusException"
  | "ReplicationBackfillNotFoundException"
  | "RepositoryAlreadyExistsException"
  | "RepositoryNotEmptyException"
  | "RepositoryNotFoundException"
  | "RepositoryPolicyNotFoundException"
  | "ScanNotFoundException"
  | "SecretNotFoundException"
  | "ServerException"
  | "SigningConfigurationNotFoundException"
  | "TemplateAlreadyExistsException"
  | "TemplateNotFoundException"
  | "TooManyTagsException"
  | "UnableToAccessSecretException"
  | "UnableToDecryptSecretValueException"
  | "UnableToGetUpstreamImageException"
  | "UnableToGetUpstreamLayerException"
  | "UnableToListUpstreamImageReferrersException"
  | "UnsupportedImageTypeException"
  | "UnsupportedUpstreamRegistryException"
  | "UploadNotFoundException"
  | "ValidationException";

export const shapes = shapeTable(
  {"service":"ecr","endpointPrefix":"api.ecr","signingName":"ecr","protocol":"aws-json","apiVersion":"2015-09-21","targetPrefix":"AmazonEC2ContainerRegistry_V20150921","jsonVersion":"1.1"},
  String.raw`{
"BatchCheckLayerAvailability":{"method":"POST","path":"/","status":200,"input":"BatchCheckLayerAvailabilityRequest","output":"BatchCheckLayerAvailabilityResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException"]},
"BatchDeleteImage":{"method":"POST","path":"/","status":200,"input":"BatchDeleteImageRequest","output":"BatchDeleteImageResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException"]},
"BatchGetImage":{"method":"POST","path":"/","status":200,"input":"BatchGetImageRequest","output":"BatchGetImageResponse","faults":["InvalidParameterException","LimitExceededException","RepositoryNotFoundException","ServerException","UnableToGetUpstreamImageException"]},
"BatchGetRepositoryScanningConfiguration":{"method":"POST","path":"/","status":200,"input":"BatchGetRepositoryScanningConfigurationRequest","output":"BatchGetRepositoryScanningConfigurationResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException","ValidationException"]},
"CompleteLayerUpload":{"method":"POST","path":"/","status":200,"input":"CompleteLayerUploadRequest","output":"CompleteLayerUploadResponse","faults":["EmptyUploadException","InvalidLayerException","InvalidParameterException","KmsException","LayerAlreadyExistsException","LayerPartTooSmallException","RepositoryNotFoundException","ServerException","UploadNotFoundException"]},
"CreatePullThroughCacheRule":{"method":"POST","path":"/","status":200,"input":"CreatePullThroughCacheRuleRequest","output":"CreatePullThroughCacheRuleResponse","faults":["InvalidParameterException","LimitExceededException","PullThroughCacheRuleAlreadyExistsException","SecretNotFoundException","ServerException","UnableToAccessSecretException","UnableToDecryptSecretValueException","UnsupportedUpstreamRegistryException","ValidationException"]},
"CreateRepository":{"method":"POST","path":"/","status":200,"input":"CreateRepositoryRequest","output":"CreateRepositoryResponse","faults":["InvalidParameterException","InvalidTagParameterException","KmsException","LimitExceededException","RepositoryAlreadyExistsException","ServerException","TooManyTagsException"]},
"CreateRepositoryCreationTemplate":{"method":"POST","path":"/","status":200,"input":"CreateRepositoryCreationTemplateRequest","output":"CreateRepositoryCreationTemplateResponse","faults":["InvalidParameterException","LimitExceededException","ServerException","TemplateAlreadyExistsException","ValidationException"]},
"DeleteLifecyclePolicy":{"method":"POST","path":"/","status":200,"input":"DeleteLifecyclePolicyRequest","output":"DeleteLifecyclePolicyResponse","faults":["InvalidParameterException","LifecyclePolicyNotFoundException","RepositoryNotFoundException","ServerException","ValidationException"]},
"DeletePullThroughCacheRule":{"method":"POST","path":"/","status":200,"input":"DeletePullThroughCacheRuleRequest","output":"DeletePullThroughCacheRuleResponse","faults":["InvalidParameterException","PullThroughCacheRuleNotFoundException","ServerException","ValidationException"]},
"DeleteRegistryPolicy":{"method":"POST","path":"/","status":200,"input":"DeleteRegistryPolicyRequest","output":"DeleteRegistryPolicyResponse","faults":["InvalidParameterException","RegistryPolicyNotFoundException","ServerException","ValidationException"]},
"DeleteRepository":{"method":"POST","path":"/","status":200,"input":"DeleteRepositoryRequest","output":"DeleteRepositoryResponse","faults":["InvalidParameterException","KmsException","RepositoryNotEmptyException","RepositoryNotFoundException","ServerException"]},
"DeleteRepositoryCreationTemplate":{"method":"POST","path":"/","status":200,"input":"DeleteRepositoryCreationTemplateRequest","output":"DeleteRepositoryCreationTemplateResponse","faults":["InvalidParameterException","ServerException","TemplateNotFoundException","ValidationException"]},
"DeleteRepositoryPolicy":{"method":"POST","path":"/","status":200,"input":"DeleteRepositoryPolicyRequest","output":"DeleteRepositoryPolicyResponse","faults":["InvalidParameterException","RepositoryNotFoundException","RepositoryPolicyNotFoundException","ServerException"]},
"DeleteSigningConfiguration":{"method":"POST","path":"/","status":200,"input":"DeleteSigningConfigurationRequest","output":"DeleteSigningConfigurationResponse","faults":["ServerException","SigningConfigurationNotFoundException","ValidationException"]},
"DeregisterPullTimeUpdateExclusion":{"method":"POST","path":"/","status":200,"input":"DeregisterPullTimeUpdateExclusionRequest","output":"DeregisterPullTimeUpdateExclusionResponse","faults":["ExclusionNotFoundException","InvalidParameterException","LimitExceededException","ServerException","ValidationException"]},
"DescribeImageReplicationStatus":{"method":"POST","path":"/","status":200,"input":"DescribeImageReplicationStatusRequest","output":"DescribeImageReplicationStatusResponse","faults":["ImageNotFoundException","InvalidParameterException","RepositoryNotFoundException","ServerException","ValidationException"]},
"DescribeImageScanFindings":{"method":"POST","path":"/","status":200,"input":"DescribeImageScanFindingsRequest","output":"DescribeImageScanFindingsResponse","faults":["ImageNotFoundException","InvalidParameterException","RepositoryNotFoundException","ScanNotFoundException","ServerException","ValidationException"]},
"DescribeImageSigningStatus":{"method":"POST","path":"/","status":200,"input":"DescribeImageSigningStatusRequest","output":"DescribeImageSigningStatusResponse","faults":["ImageNotFoundException","InvalidParameterException","RepositoryNotFoundException","ServerException","ValidationException"]},
"DescribeImages":{"method":"POST","path":"/","status":200,"input":"DescribeImagesRequest","output":"DescribeImagesResponse","faults":["ImageNotFoundException","InvalidParameterException","RepositoryNotFoundException","ServerException"]},
"DescribePullThroughCacheRules":{"method":"POST","path":"/","status":200,"input":"DescribePullThroughCacheRulesRequest","output":"DescribePullThroughCacheRulesResponse","faults":["InvalidParameterException","PullThroughCacheRuleNotFoundException","ServerException","ValidationException"]},
"DescribeRegistry":{"method":"POST","path":"/","status":200,"input":"DescribeRegistryRequest","output":"DescribeRegistryResponse","faults":["InvalidParameterException","ServerException","ValidationException"]},
"DescribeReplicationBackfillResults":{"method":"POST","path":"/","status":200,"input":"DescribeReplicationBackfillResultsRequest","output":"DescribeReplicationBackfillResultsResponse","faults":["InvalidParameterException","ReplicationBackfillNotFoundException","ServerException","ValidationException"]},
"DescribeRepositories":{"method":"POST","path":"/","status":200,"input":"DescribeRepositoriesRequest","output":"DescribeRepositoriesResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException"]},
"DescribeRepositoryCreationTemplates":{"method":"POST","path":"/","status":200,"input":"DescribeRepositoryCreationTemplatesRequest","output":"DescribeRepositoryCreationTemplatesResponse","faults":["InvalidParameterException","ServerException","ValidationException"]},
"GetAccountSetting":{"method":"POST","path":"/","status":200,"input":"GetAccountSettingRequest","output":"GetAccountSettingResponse","faults":["InvalidParameterException","ServerException","ValidationException"]},
"GetAuthorizationToken":{"method":"POST","path":"/","status":200,"input":"GetAuthorizationTokenRequest","output":"GetAuthorizationTokenResponse","faults":["InvalidParameterException","ServerException"]},
"GetDownloadUrlForLayer":{"method":"POST","path":"/","status":200,"input":"GetDownloadUrlForLayerRequest","output":"GetDownloadUrlForLayerResponse","faults":["InvalidParameterException","LayerInaccessibleException","LayersNotFoundException","RepositoryNotFoundException","ServerException","UnableToGetUpstreamLayerException"]},
"GetLifecyclePolicy":{"method":"POST","path":"/","status":200,"input":"GetLifecyclePolicyRequest","output":"GetLifecyclePolicyResponse","faults":["InvalidParameterException","LifecyclePolicyNotFoundException","RepositoryNotFoundException","ServerException","ValidationException"]},
"GetLifecyclePolicyPreview":{"method":"POST","path":"/","status":200,"input":"GetLifecyclePolicyPreviewRequest","output":"GetLifecyclePolicyPreviewResponse","faults":["InvalidParameterException","LifecyclePolicyPreviewNotFoundException","RepositoryNotFoundException","ServerException","ValidationException"]},
"GetRegistryPolicy":{"method":"POST","path":"/","status":200,"input":"GetRegistryPolicyRequest","output":"GetRegistryPolicyResponse","faults":["InvalidParameterException","RegistryPolicyNotFoundException","ServerException","ValidationException"]},
"GetRegistryScanningConfiguration":{"method":"POST","path":"/","status":200,"input":"GetRegistryScanningConfigurationRequest","output":"GetRegistryScanningConfigurationResponse","faults":["InvalidParameterException","ServerException","ValidationException"]},
"GetRepositoryPolicy":{"method":"POST","path":"/","status":200,"input":"GetRepositoryPolicyRequest","output":"GetRepositoryPolicyResponse","faults":["InvalidParameterException","RepositoryNotFoundException","RepositoryPolicyNotFoundException","ServerException"]},
"GetSigningConfiguration":{"method":"POST","path":"/","status":200,"input":"GetSigningConfigurationRequest","output":"GetSigningConfigurationResponse","faults":["InvalidParameterException","ServerException","SigningConfigurationNotFoundException","ValidationException"]},
"InitiateLayerUpload":{"method":"POST","path":"/","status":200,"input":"InitiateLayerUploadRequest","output":"InitiateLayerUploadResponse","faults":["InvalidParameterException","KmsException","RepositoryNotFoundException","ServerException"]},
"ListImageReferrers":{"method":"POST","path":"/","status":200,"input":"ListImageReferrersRequest","output":"ListImageReferrersResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException","UnableToListUpstreamImageReferrersException","ValidationException"]},
"ListImages":{"method":"POST","path":"/","status":200,"input":"ListImagesRequest","output":"ListImagesResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException"]},
"ListPullTimeUpdateExclusions":{"method":"POST","path":"/","status":200,"input":"ListPullTimeUpdateExclusionsRequest","output":"ListPullTimeUpdateExclusionsResponse","faults":["InvalidParameterException","LimitExceededException","ServerException","ValidationException"]},
"ListReplicationBackfills":{"method":"POST","path":"/","status":200,"input":"ListReplicationBackfillsRequest","output":"ListReplicationBackfillsResponse","faults":["InvalidParameterException","ServerException","ValidationException"]},
"ListTagsForResource":{"method":"POST","path":"/","status":200,"input":"ListTagsForResourceRequest","output":"ListTagsForResourceResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException"]},
"PutAccountSetting":{"method":"POST","path":"/","status":200,"input":"PutAccountSettingRequest","output":"PutAccountSettingResponse","faults":["InvalidParameterException","LimitExceededException","ServerException","ValidationException"]},
"PutImage":{"method":"POST","path":"/","status":200,"input":"PutImageRequest","output":"PutImageResponse","faults":["ImageAlreadyExistsException","ImageDigestDoesNotMatchException","ImageTagAlreadyExistsException","InvalidParameterException","KmsException","LayersNotFoundException","LimitExceededException","ReferencedImagesNotFoundException","RepositoryNotFoundException","ServerException"]},
"PutImageScanningConfiguration":{"method":"POST","path":"/","status":200,"input":"PutImageScanningConfigurationRequest","output":"PutImageScanningConfigurationResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException","ValidationException"]},
"PutImageTagMutability":{"method":"POST","path":"/","status":200,"input":"PutImageTagMutabilityRequest","output":"PutImageTagMutabilityResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException"]},
"PutLifecyclePolicy":{"method":"POST","path":"/","status":200,"input":"PutLifecyclePolicyRequest","output":"PutLifecyclePolicyResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException","ValidationException"]},
"PutRegistryPolicy":{"method":"POST","path":"/","status":200,"input":"PutRegistryPolicyRequest","output":"PutRegistryPolicyResponse","faults":["InvalidParameterException","ServerException","ValidationException"]},
"PutRegistryScanningConfiguration":{"method":"POST","path":"/","status":200,"input":"PutRegistryScanningConfigurationRequest","output":"PutRegistryScanningConfigurationResponse","faults":["BlockedByOrganizationPolicyException","InvalidParameterException","ServerException","ValidationException"]},
"PutReplicationConfiguration":{"method":"POST","path":"/","status":200,"input":"PutReplicationConfigurationRequest","output":"PutReplicationConfigurationResponse","faults":["InvalidParameterException","ServerException","ValidationException"]},
"PutSigningConfiguration":{"method":"POST","path":"/","status":200,"input":"PutSigningConfigurationRequest","output":"PutSigningConfigurationResponse","faults":["InvalidParameterException","ServerException","ValidationException"]},
"RegisterPullTimeUpdateExclusion":{"method":"POST","path":"/","status":200,"input":"RegisterPullTimeUpdateExclusionRequest","output":"RegisterPullTimeUpdateExclusionResponse","faults":["ExclusionAlreadyExistsException","InvalidParameterException","LimitExceededException","ServerException","ValidationException"]},
"SetRepositoryPolicy":{"method":"POST","path":"/","status":200,"input":"SetRepositoryPolicyRequest","output":"SetRepositoryPolicyResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException"]},
"StartImageScan":{"method":"POST","path":"/","status":200,"input":"StartImageScanRequest","output":"StartImageScanResponse","faults":["ImageArchivedException","ImageNotFoundException","InvalidParameterException","LimitExceededException","RepositoryNotFoundException","ServerException","UnsupportedImageTypeException","ValidationException"]},
"StartLifecyclePolicyPreview":{"method":"POST","path":"/","status":200,"input":"StartLifecyclePolicyPreviewRequest","output":"StartLifecyclePolicyPreviewResponse","faults":["InvalidParameterException","LifecyclePolicyNotFoundException","LifecyclePolicyPreviewInProgressException","RepositoryNotFoundException","ServerException","ValidationException"]},
"StartReplicationBackfill":{"method":"POST","path":"/","status":200,"input":"StartReplicationBackfillRequest","output":"StartReplicationBackfillResponse","faults":["InvalidParameterException","LimitExceededException","ReplicationBackfillInProgressException","ServerException","ValidationException"]},
"StopReplicationBackfill":{"method":"POST","path":"/","status":200,"input":"StopReplicationBackfillRequest","output":"StopReplicationBackfillResponse","faults":["InvalidParameterException","ReplicationBackfillInvalidStatusException","ReplicationBackfillNotFoundException","ServerException","ValidationException"]},
"TagResource":{"method":"POST","path":"/","status":200,"input":"TagResourceRequest","output":"TagResourceResponse","faults":["InvalidParameterException","InvalidTagParameterException","RepositoryNotFoundException","ServerException","TooManyTagsException"]},
"UntagResource":{"method":"POST","path":"/","status":200,"input":"UntagResourceRequest","output":"UntagResourceResponse","faults":["InvalidParameterException","InvalidTagParameterException","RepositoryNotFoundException","ServerException","TooManyTagsException"]},
"UpdateImageStorageClass":{"method":"POST","path":"/","status":200,"input":"UpdateImageStorageClassRequest","output":"UpdateImageStorageClassResponse","faults":["ImageNotFoundException","ImageStorageClassUpdateNotSupportedException","InvalidParameterException","RepositoryNotFoundException","ServerException","ValidationException"]},
"UpdatePullThroughCacheRule":{"method":"POST","path":"/","status":200,"input":"UpdatePullThroughCacheRuleRequest","output":"UpdatePullThroughCacheRuleResponse","faults":["InvalidParameterException","PullThroughCacheRuleNotFoundException","SecretNotFoundException","ServerException","UnableToAccessSecretException","UnableToDecryptSecretValueException","ValidationException"]},
"UpdateRepositoryCreationTemplate":{"method":"POST","path":"/","status":200,"input":"UpdateRepositoryCreationTemplateRequest","output":"UpdateRepositoryCreationTemplateResponse","faults":["InvalidParameterException","ServerException","TemplateNotFoundException","ValidationException"]},
"UploadLayerPart":{"method":"POST","path":"/","status":200,"input":"UploadLayerPartRequest","output":"UploadLayerPartResponse","faults":["InvalidLayerPartException","InvalidParameterException","KmsException","LimitExceededException","RepositoryNotFoundException","ServerException","UploadNotFoundException"]},
"ValidatePullThroughCacheRule":{"method":"POST","path":"/","status":200,"input":"ValidatePullThroughCacheRuleRequest","output":"ValidatePullThroughCacheRuleResponse","faults":["InvalidParameterException","PullThroughCacheRuleNotFoundException","ServerException","ValidationException"]}
}`,
  new URL("./ecr.shapes.json", import.meta.url),
);
