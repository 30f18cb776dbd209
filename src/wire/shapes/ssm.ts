// Written by tools/generate-shapes.ts from AWS's service models. Do not edit.
import { shapeTable } from "../shape-table.ts";

/** The faults that the service declares, as the SDK's exception classes are named. */
export type FaultCode =
  | "AccessDeniedException"
  | "AlreadyExistsException"
  | "AssociatedInstances"
  | "AssociationAlreadyExists"
  | "AssociationDoesNotExist"
  | "AssociationExecutionDoesNotExist"
  | "AssociationLimitExceeded"
  | "AssociationVersionLimitExceeded"
  | "AutomationDefinitionNotApprovedException"
  | "AutomationDefinitionNotFoundException"
  | "AutomationDefinitionVersionNotFoundException"
  | "AutomationExecutionLimitExceededException"
  | "AutomationExecutionNotFoundException"
  | "AutomationStepNotFoundException"
  | "ComplianceTypeCountLimitExceededException"
  | "ConflictException"
  | "CustomSchemaCountLimitExceededException"
  | "DocumentAlreadyExists"
  | "DocumentLimitExceeded"
  | "DocumentPermissionLimit"
  | "DocumentVersionLimitExceeded"
  | "DoesNotExistException"
  | "DuplicateDocumentContent"
  | "DuplicateDocumentVersionName"
  | "DuplicateInstanceId"
  | "FeatureNotAvailableException"
  | "HierarchyLevelLimitExceededException"
  | "HierarchyTypeMismatchException"
  | "IdempotentParameterMismatch"
  | "IncompatiblePolicyException"
  | "InternalServerError"
  | "InvalidActivation"
  | "InvalidActivationId"
  | "InvalidAggregatorException"
  | "InvalidAllowedPatternException"
  | "InvalidAssociation"
  | "InvalidAssociationVersion"
  | "InvalidAutomationExecutionParametersException"
  | "InvalidAutomationSignalException"
  | "InvalidAutomationStatusUpdateException"
  | "InvalidCommandId"
  | "InvalidDeleteInventoryParametersException"
  | "InvalidDeletionIdException"
  | "InvalidDocument"
  | "InvalidDocumentContent"
  | "InvalidDocumentOperation"
  | "InvalidDocumentSchemaVersion"
  | "InvalidDocumentType"
  | "InvalidDocumentVersion"
  | "InvalidFilter"
  | "InvalidFilterKey"
  | "InvalidFilterOption"
  | "InvalidFilterValue"
  | "InvalidInstanceId"
  | "InvalidInstanceInformationFilterValue"
  | "InvalidInstancePropertyFilterValue"
  | "InvalidInventoryGroupException"
  | "InvalidInventoryItemContextException"
  | "InvalidInventoryRequestException"
  | "InvalidItemContentException"
  | "InvalidKeyId"
  | "InvalidNextToken"
  | "InvalidNotificationConfig"
  | "InvalidOptionException"
  | "InvalidOutputFolder"
  | "InvalidOutputLocation"
  | "InvalidParameters"
  | "InvalidPermissionType"
  | "InvalidPluginName"
  | "InvalidPolicyAttributeException"
  | "InvalidPolicyTypeException"
  | "InvalidResourceId"
  | "InvalidResourceType"
  | "InvalidResultAttributeException"
  | "InvalidRole"
  | "InvalidSchedule"
  | "InvalidTag"
  | "InvalidTarget"
  | "InvalidTargetMaps"
  | "InvalidTypeNameException"
  | "InvalidUpdate"
  | "InvocationDoesNotExist"
  | "ItemContentMismatchException"
  | "ItemSizeLimitExceededException"
  | "MalformedResourcePolicyDocumentException"
  | "MaxDocumentSizeExceeded"
  | "NoLongerSupportedException"
  | "OpsItemAccessDeniedException"
  | "OpsItemAlreadyExistsException"
  | "OpsItemConflictException"
  | "OpsItemInvalidParameterException"
  | "OpsItemLimitExceededException"
  | "OpsItemNotFoundException"
  | "OpsItemRelatedItemAlreadyExistsException"
  | "OpsItemRelatedItemAssociationNotFoundException"
  | "OpsMetadataAlreadyExistsException"
  | "OpsMetadataInvalidArgumentException"
  | "OpsMetadataKeyLimitExceededException"
  | "OpsMetadataLimitExceededException"
  | "OpsMetadataNotFoundException"
  | "OpsMetadataTooManyUpdatesException"
  | "ParameterAlreadyExists"
  | "ParameterLimitExceeded"
  | "ParameterMaxVersionLimitExceeded"
  | "ParameterNotFound"
  | "ParameterPatternMismatchException"
  | "ParameterVersionLabelLimitExceeded"
  | "ParameterVersionNotFound"
  | "PoliciesLimitExceededException"
  | "ResourceDataSyncAlreadyExistsException"
  | "ResourceDataSyncConflictException"
  | "ResourceDataSyncCountExceededException"
  | "ResourceDataSyncInvalidConfigurationException"
  | "ResourceDataSyncNotFoundException"
  | "ResourceInUseException"
  | "ResourceLimitExceededException"
  | "ResourceNotFoundException"
  | "ResourcePolicyConflictException"
  | "ResourcePolicyInvalidParameterException"
  | "ResourcePolicyLimitExceededException"
  | "ResourcePolicyNotFoundException"
  | "ServiceQuotaExceededException"
  | "ServiceSettingNotFound"
  | "StatusUnchanged"
  | "SubTypeCountLimitExceededException"
  | "TargetInUseException"
  | "TargetNotConnected"
  | "ThrottlingException"
  | "TooManyTagsError"
  | "TooManyUpdates"
  | "TotalSizeLimitExceededException"
  | "UnsupportedCalendarException"
  | "UnsupportedFeatureRequiredException"
  | "UnsupportedInventoryItemContextException"
  | "UnsupportedInventorySchemaVersionException"
  | "UnsupportedOperatingSystem"
  | "UnsupportedOperationException"
  | "UnsupportedParameterType"
  | "UnsupportedPlatformType"
  | "ValidationException";

export const shapes = shapeTable(
  {"service":"ssm","endpointPrefix":"ssm","signingName":"ssm","protocol":"aws-json","apiVersion":"2014-11-06","targetPrefix":"AmazonSSM","jsonVersion":"1.1"},
  String.raw`{
"AddTagsToResource":{"method":"POST","path":"/","status":200,"input":"AddTagsToResourceRequest","output":"AddTagsToResourceResult","faults":["InternalServerError","InvalidResourceId","InvalidResourceType","TooManyTagsError","TooManyUpdates"]},
"AssociateOpsItemRelatedItem":{"method":"POST","path":"/","status":200,"input":"AssociateOpsItemRelatedItemRequest","output":"AssociateOpsItemRelatedItemResponse","faults":["InternalServerError","OpsItemConflictException","OpsItemInvalidParameterException","OpsItemLimitExceededException","OpsItemNotFoundException","OpsItemRelatedItemAlreadyExistsException"]},
"CancelCommand":{"method":"POST","path":"/","status":200,"input":"CancelCommandRequest","output":"CancelCommandResult","faults":["DuplicateInstanceId","InternalServerError","InvalidCommandId","InvalidInstanceId"]},
"CancelMaintenanceWindowExecution":{"method":"POST","path":"/","status":200,"input":"CancelMaintenanceWindowExecutionRequest","output":"CancelMaintenanceWindowExecutionResult","faults":["DoesNotExistException","InternalServerError"]},
"CreateActivation":{"method":"POST","path":"/","status":200,"input":"CreateActivationRequest","output":"CreateActivationResult","faults":["InternalServerError","InvalidParameters"]},
"CreateAssociation":{"method":"POST","path":"/","status":200,"input":"CreateAssociationRequest","output":"CreateAssociationResult","faults":["AssociationAlreadyExists","AssociationLimitExceeded","InternalServerError","InvalidDocument","InvalidDocumentVersion","InvalidInstanceId","InvalidOutputLocation","InvalidParameters","InvalidSchedule","InvalidTag","InvalidTarget","InvalidTargetMaps","UnsupportedPlatformType"]},
"CreateAssociationBatch":{"method":"POST","path":"/","status":200,"input":"CreateAssociationBatchRequest","output":"CreateAssociationBatchResult","faults":["AssociationLimitExceeded","DuplicateInstanceId","InternalServerError","InvalidDocument","InvalidDocumentVersion","InvalidInstanceId","InvalidOutputLocation","InvalidParameters","InvalidSchedule","InvalidTarget","InvalidTargetMaps","UnsupportedPlatformType"]},
"CreateCloudConnector":{"method":"POST","path":"/","status":200,"input":"CreateCloudConnectorRequest","output":"CreateCloudConnectorResult","faults":["ConflictException","InternalServerError","ServiceQuotaExceededException"]},
"CreateDocument":{"method":"POST","path":"/","status":200,"input":"CreateDocumentRequest","output":"CreateDocumentResult","faults":["DocumentAlreadyExists","DocumentLimitExceeded","InternalServerError","InvalidDocumentContent","InvalidDocumentSchemaVersion","MaxDocumentSizeExceeded","NoLongerSupportedException","TooManyUpdates"]},
"CreateMaintenanceWindow":{"method":"POST","path":"/","status":200,"input":"CreateMaintenanceWindowRequest","output":"CreateMaintenanceWindowResult","faults":["IdempotentParameterMismatch","InternalServerError","ResourceLimitExceededException"]},
"CreateOpsItem":{"method":"POST","path":"/","status":200,"input":"CreateOpsItemRequest","output":"CreateOpsItemResponse","faults":["InternalServerError","OpsItemAccessDeniedException","OpsItemAlreadyExistsException","OpsItemInvalidParameterException","OpsItemLimitExceededException"]},
"CreateOpsMetadata":{"method":"POST","path":"/","status":200,"input":"CreateOpsMetadataRequest","output":"CreateOpsMetadataResult","faults":["InternalServerError","OpsMetadataAlreadyExistsException","OpsMetadataInvalidArgumentException","OpsMetadataLimitExceededException","OpsMetadataTooManyUpdatesException"]},
"CreatePatchBaseline":{"method":"POST","path":"/","status":200,"input":"CreatePatchBaselineRequest","output":"CreatePatchBaselineResult","faults":["IdempotentParameterMismatch","InternalServerError","ResourceLimitExceededException"]},
"CreateResourceDataSync":{"method":"POST","path":"/","status":200,"input":"CreateResourceDataSyncRequest","output":"CreateResourceDataSyncResult","faults":["InternalServerError","ResourceDataSyncAlreadyExistsException","ResourceDataSyncCountExceededException","ResourceDataSyncInvalidConfigurationException"]},
"DeleteActivation":{"method":"POST","path":"/","status":200,"input":"DeleteActivationRequest","output":"DeleteActivationResult","faults":["InternalServerError","InvalidActivation","InvalidActivationId","TooManyUpdates"]},
"DeleteAssociation":{"method":"POST","path":"/","status":200,"input":"DeleteAssociationRequest","output":"DeleteAssociationResult","faults":["AssociationDoesNotExist","InternalServerError","InvalidDocument","InvalidInstanceId","TooManyUpdates"]},
"DeleteCloudConnector":{"method":"POST","path":"/","status":200,"input":"DeleteCloudConnectorRequest","output":"DeleteCloudConnectorResult","faults":["ConflictException","InternalServerError","ResourceNotFoundException"]},
"DeleteDocument":{"method":"POST","path":"/","status":200,"input":"DeleteDocumentRequest","output":"DeleteDocumentResult","faults":["AssociatedInstances","InternalServerError","InvalidDocument","InvalidDocumentOperation","TooManyUpdates"]},
"DeleteInventory":{"method":"POST","path":"/","status":200,"input":"DeleteInventoryRequest","output":"DeleteInventoryResult","faults":["InternalServerError","InvalidDeleteInventoryParametersException","InvalidInventoryRequestException","InvalidOptionException","InvalidTypeNameException"]},
"DeleteMaintenanceWindow":{"method":"POST","path":"/","status":200,"input":"DeleteMaintenanceWindowRequest","output":"DeleteMaintenanceWindowResult","faults":["InternalServerError"]},
"DeleteOpsItem":{"method":"POST","path":"/","status":200,"input":"DeleteOpsItemRequest","output":"DeleteOpsItemResponse","faults":["InternalServerError","OpsItemInvalidParameterException"]},
"DeleteOpsMetadata":{"method":"POST","path":"/","status":200,"input":"DeleteOpsMetadataRequest","output":"DeleteOpsMetadataResult","faults":["InternalServerError","OpsMetadataInvalidArgumentException","OpsMetadataNotFoundException"]},
"DeleteParameter":{"method":"POST","path":"/","status":200,"input":"DeleteParameterRequest","output":"DeleteParameterResult","faults":["InternalServerError","ParameterNotFound"]},
"DeleteParameters":{"method":"POST","path":"/","status":200,"input":"DeleteParametersRequest","output":"DeleteParametersResult","faults":["InternalServerError"]},
"DeletePatchBaseline":{"method":"POST","path":"/","status":200,"input":"DeletePatchBaselineRequest","output":"DeletePatchBaselineResult","faults":["InternalServerError","ResourceInUseException"]},
"DeleteResourceDataSync":{"method":"POST","path":"/","status":200,"input":"DeleteResourceDataSyncRequest","output":"DeleteResourceDataSyncResult","faults":["InternalServerError","ResourceDataSyncInvalidConfigurationException","ResourceDataSyncNotFoundException"]},
"DeleteResourcePolicy":{"method":"POST","path":"/","status":200,"input":"DeleteResourcePolicyRequest","output":"DeleteResourcePolicyResponse","faults":["InternalServerError","MalformedResourcePolicyDocumentException","ResourceNotFoundException","ResourcePolicyConflictException","ResourcePolicyInvalidParameterException","ResourcePolicyNotFoundException"]},
"DeregisterDefaultHostManagementConfiguration":{"method":"POST","path":"/","status":200,"input":"DeregisterDefaultHostManagementConfigurationRequest","output":"DeregisterDefaultHostManagementConfigurationResult","faults":["InternalServerError"]},
"DeregisterManagedInstance":{"method":"POST","path":"/","status":200,"input":"DeregisterManagedInstanceRequest","output":"DeregisterManagedInstanceResult","faults":["InternalServerError","InvalidInstanceId"]},
"DeregisterPatchBaselineForPatchGroup":{"method":"POST","path":"/","status":200,"input":"DeregisterPatchBaselineForPatchGroupRequest","output":"DeregisterPatchBaselineForPatchGroupResult","faults":["InternalServerError","InvalidResourceId"]},
"DeregisterTargetFromMaintenanceWindow":{"method":"POST","path":"/","status":200,"input":"DeregisterTargetFromMaintenanceWindowRequest","output":"DeregisterTargetFromMaintenanceWindowResult","faults":["DoesNotExistException","InternalServerError","TargetInUseException"]},
"DeregisterTaskFromMaintenanceWindow":{"method":"POST","path":"/","status":200,"input":"DeregisterTaskFromMaintenanceWindowRequest","output":"DeregisterTaskFromMaintenanceWindowResult","faults":["DoesNotExistException","InternalServerError"]},
"DescribeActivations":{"method":"POST","path":"/","status":200,"input":"DescribeActivationsRequest","output":"DescribeActivationsResult","faults":["InternalServerError","InvalidFilter","InvalidNextToken"]},
"DescribeAssociation":{"method":"POST","path":"/","status":200,"input":"DescribeAssociationRequest","output":"DescribeAssociationResult","faults":["AssociationDoesNotExist","InternalServerError","InvalidAssociationVersion","InvalidDocument","InvalidInstanceId"]},
"DescribeAssociationExecutionTargets":{"method":"POST","path":"/","status":200,"input":"DescribeAssociationExecutionTargetsRequest","output":"DescribeAssociationExecutionTargetsResult","faults":["AssociationDoesNotExist","AssociationExecutionDoesNotExist","InternalServerError","InvalidNextToken"]},
"DescribeAssociationExecutions":{"method":"POST","path":"/","status":200,"input":"DescribeAssociationExecutionsRequest","output":"DescribeAssociationExecutionsResult","faults":["AssociationDoesNotExist","InternalServerError","InvalidNextToken"]},
"DescribeAutomationExecutions":{"method":"POST","path":"/","status":200,"input":"DescribeAutomationExecutionsRequest","output":"DescribeAutomationExecutionsResult","faults":["InternalServerError","InvalidFilterKey","InvalidFilterValue","InvalidNextToken"]},
"DescribeAutomationStepExecutions":{"method":"POST","path":"/","status":200,"input":"DescribeAutomationStepExecutionsRequest","output":"DescribeAutomationStepExecutionsResult","faults":["AutomationExecutionNotFoundException","InternalServerError","InvalidFilterKey","InvalidFilterValue","InvalidNextToken"]},
"DescribeAvailablePatches":{"method":"POST","path":"/","status":200,"input":"DescribeAvailablePatchesRequest","output":"DescribeAvailablePatchesResult","faults":["InternalServerError"]},
"DescribeDocument":{"method":"POST","path":"/","status":200,"input":"DescribeDocumentRequest","output":"DescribeDocumentResult","faults":["InternalServerError","InvalidDocument","InvalidDocumentVersion"]},
"DescribeDocumentPermission":{"method":"POST","path":"/","status":200,"input":"DescribeDocumentPermissionRequest","output":"DescribeDocumentPermissionResponse","faults":["InternalServerError","InvalidDocument","InvalidDocumentOperation","InvalidNextToken","InvalidPermissionType"]},
"DescribeEffectiveInstanceAssociations":{"method":"POST","path":"/","status":200,"input":"DescribeEffectiveInstanceAssociationsRequest","output":"DescribeEffectiveInstanceAssociationsResult","faults":["InternalServerError","InvalidInstanceId","InvalidNextToken"]},
"DescribeEffectivePatchesForPatchBaseline":{"method":"POST","path":"/","status":200,"input":"DescribeEffectivePatchesForPatchBaselineRequest","output":"DescribeEffectivePatchesForPatchBaselineResult","faults":["DoesNotExistException","InternalServerError","InvalidResourceId","UnsupportedOperatingSystem"]},
"DescribeInstanceAssociationsStatus":{"method":"POST","path":"/","status":200,"input":"DescribeInstanceAssociationsStatusRequest","output":"DescribeInstanceAssociationsStatusResult","faults":["InternalServerError","InvalidInstanceId","InvalidNextToken"]},
"DescribeInstanceInformation":{"method":"POST","path":"/","status":200,"input":"DescribeInstanceInformationRequest","output":"DescribeInstanceInformationResult","faults":["InternalServerError","InvalidFilterKey","InvalidInstanceId","InvalidInstanceInformationFilterValue","InvalidNextToken"]},
"DescribeInstancePatchStates":{"method":"POST","path":"/","status":200,"input":"DescribeInstancePatchStatesRequest","output":"DescribeInstancePatchStatesResult","faults":["InternalServerError","InvalidNextToken"]},
"DescribeInstancePatchStatesForPatchGroup":{"method":"POST","path":"/","status":200,"input":"DescribeInstancePatchStatesForPatchGroupRequest","output":"DescribeInstancePatchStatesForPatchGroupResult","faults":["InternalServerError","InvalidFilter","InvalidNextToken"]},
"DescribeInstancePatches":{"method":"POST","path":"/","status":200,"input":"DescribeInstancePatchesRequest","output":"DescribeInstancePatchesResult","faults":["InternalServerError","InvalidFilter","InvalidInstanceId","InvalidNextToken"]},
"DescribeInstanceProperties":{"method":"POST","path":"/","status":200,"input":"DescribeInstancePropertiesRequest","output":"DescribeInstancePropertiesResult","faults":["InternalServerError","InvalidActivationId","InvalidDocument","InvalidFilterKey","InvalidInstanceId","InvalidInstancePropertyFilterValue","InvalidNextToken"]},
"DescribeInventoryDeletions":{"method":"POST","path":"/","status":200,"input":"DescribeInventoryDeletionsRequest","output":"DescribeInventoryDeletionsResult","faults":["InternalServerError","InvalidDeletionIdException","InvalidNextToken"]},
"DescribeMaintenanceWindowExecutionTaskInvocations":{"method":"POST","path":"/","status":200,"input":"DescribeMaintenanceWindowExecutionTaskInvocationsRequest","output":"DescribeMaintenanceWindowExecutionTaskInvocationsResult","faults":["DoesNotExistException","InternalServerError"]},
"DescribeMaintenanceWindowExecutionTasks":{"method":"POST","path":"/","status":200,"input":"DescribeMaintenanceWindowExecutionTasksRequest","output":"DescribeMaintenanceWindowExecutionTasksResult","faults":["DoesNotExistException","InternalServerError"]},
"DescribeMaintenanceWindowExecutions":{"method":"POST","path":"/","status":200,"input":"DescribeMaintenanceWindowExecutionsRequest","output":"DescribeMaintenanceWindowExecutionsResult","faults":["InternalServerError"]},
"DescribeMaintenanceWindowSchedule":{"method":"POST","path":"/","status":200,"input":"DescribeMaintenanceWindowScheduleRequest","output":"DescribeMaintenanceWindowScheduleResult","faults":["DoesNotExistException","InternalServerError"]},
"DescribeMaintenanceWindowTargets":{"method":"POST","path":"/","status":200,"input":"DescribeMaintenanceWindowTargetsRequest","output":"DescribeMaintenanceWindowTargetsResult","faults":["DoesNotExistException","InternalServerError"]},
"DescribeMaintenanceWindowTasks":{"method":"POST","path":"/","status":200,"input":"DescribeMaintenanceWindowTasksRequest","output":"DescribeMaintenanceWindowTasksResult","faults":["DoesNotExistException","InternalServerError"]},
"DescribeMaintenanceWindows":{"method":"POST","path":"/","status":200,"input":"DescribeMaintenanceWindowsRequest","output":"DescribeMaintenanceWindowsResult","faults":["InternalServerError"]},
"DescribeMaintenanceWindowsForTarget":{"method":"POST","path":"/","status":200,"input":"DescribeMaintenanceWindowsForTargetRequest","output":"DescribeMaintenanceWindowsForTargetResult","faults":["InternalServerError"]},
"DescribeOpsItems":{"method":"POST","path":"/","status":200,"input":"DescribeOpsItemsRequest","output":"DescribeOpsItemsResponse","faults":["InternalServerError"]},
"DescribeParameters":{"method":"POST","path":"/","status":200,"input":"DescribeParametersRequest","output":"DescribeParametersResult","faults":["InternalServerError","InvalidFilterKey","InvalidFilterOption","InvalidFilterValue","InvalidNextToken"]},
"DescribePatchBaselines":{"method":"POST","path":"/","status":200,"input":"DescribePatchBaselinesRequest","output":"DescribePatchBaselinesResult","faults":["InternalServerError"]},
"DescribePatchGroupState":{"method":"POST","path":"/","status":200,"input":"DescribePatchGroupStateRequest","output":"DescribePatchGroupStateResult","faults":["InternalServerError","InvalidNextToken"]},
"DescribePatchGroups":{"method":"POST","path":"/","status":200,"input":"DescribePatchGroupsRequest","output":"DescribePatchGroupsResult","faults":["InternalServerError"]},
"DescribePatchProperties":{"method":"POST","path":"/","status":200,"input":"DescribePatchPropertiesRequest","output":"DescribePatchPropertiesResult","faults":["InternalServerError"]},
"DescribeSessions":{"method":"POST","path":"/","status":200,"input":"DescribeSessionsRequest","output":"DescribeSessionsResponse","faults":["InternalServerError","InvalidFilterKey","InvalidNextToken"]},
"DisassociateOpsItemRelatedItem":{"method":"POST","path":"/","status":200,"input":"DisassociateOpsItemRelatedItemRequest","output":"DisassociateOpsItemRelatedItemResponse","faults":["InternalServerError","OpsItemConflictException","OpsItemInvalidParameterException","OpsItemNotFoundException","OpsItemRelatedItemAssociationNotFoundException"]},
"GetAccessToken":{"method":"POST","path":"/","status":200,"input":"GetAccessTokenRequest","output":"GetAccessTokenResponse","faults":["AccessDeniedException","InternalServerError","ResourceNotFoundException","ThrottlingException","ValidationException"]},
"GetAutomationExecution":{"method":"POST","path":"/","status":200,"input":"GetAutomationExecutionRequest","output":"GetAutomationExecutionResult","faults":["AutomationExecutionNotFoundException","InternalServerError"]},
"GetCalendarState":{"method":"POST","path":"/","status":200,"input":"GetCalendarStateRequest","output":"GetCalendarStateResponse","faults":["InternalServerError","InvalidDocument","InvalidDocumentType","UnsupportedCalendarException"]},
"GetCloudConnector":{"method":"POST","path":"/","status":200,"input":"GetCloudConnectorRequest","output":"GetCloudConnectorResult","faults":["InternalServerError","ResourceNotFoundException"]},
"GetCommandInvocation":{"method":"POST","path":"/","status":200,"input":"GetCommandInvocationRequest","output":"GetCommandInvocationResult","faults":["InternalServerError","InvalidCommandId","InvalidInstanceId","InvalidPluginName","InvocationDoesNotExist"]},
"GetConnectionStatus":{"method":"POST","path":"/","status":200,"input":"GetConnectionStatusRequest","output":"GetConnectionStatusResponse","faults":["InternalServerError"]},
"GetDefaultPatchBaseline":{"method":"POST","path":"/","status":200,"input":"GetDefaultPatchBaselineRequest","output":"GetDefaultPatchBaselineResult","faults":["InternalServerError"]},
"GetDeployablePatchSnapshotForInstance":{"method":"POST","path":"/","status":200,"input":"GetDeployablePatchSnapshotForInstanceRequest","output":"GetDeployablePatchSnapshotForInstanceResult","faults":["InternalServerError","UnsupportedFeatureRequiredException","UnsupportedOperatingSystem"]},
"GetDocument":{"method":"POST","path":"/","status":200,"input":"GetDocumentRequest","output":"GetDocumentResult","faults":["InternalServerError","InvalidDocument","InvalidDocumentVersion"]},
"GetExecutionPreview":{"method":"POST","path":"/","status":200,"input":"GetExecutionPreviewRequest","output":"GetExecutionPreviewResponse","faults":["InternalServerError","ResourceNotFoundException"]},
"GetInventory":{"method":"POST","path":"/","status":200,"input":"GetInventoryRequest","output":"GetInventoryResult","faults":["InternalServerError","InvalidAggregatorException","InvalidFilter","InvalidInventoryGroupException","InvalidNextToken","InvalidResultAttributeException","InvalidTypeNameException"]},
"GetInventorySchema":{"method":"POST","path":"/","status":200,"input":"GetInventorySchemaRequest","output":"GetInventorySchemaResult","faults":["InternalServerError","InvalidNextToken","InvalidTypeNameException"]},
"GetMaintenanceWindow":{"method":"POST","path":"/","status":200,"input":"GetMaintenanceWindowRequest","output":"GetMaintenanceWindowResult","faults":["DoesNotExistException","InternalServerError"]},
"GetMaintenanceWindowExecution":{"method":"POST","path":"/","status":200,"input":"GetMaintenanceWindowExecutionRequest","output":"GetMaintenanceWindowExecutionResult","faults":["DoesNotExistException","InternalServerError"]},
"GetMaintenanceWindowExecutionTask":{"method":"POST","path":"/","status":200,"input":"GetMaintenanceWindowExecutionTaskRequest","output":"GetMaintenanceWindowExecutionTaskResult","faults":["DoesNotExistException","InternalServerError"]},
"GetMaintenanceWindowExecutionTaskInvocation":{"method":"POST","path":"/","status":200,"input":"GetMaintenanceWindowExecutionTaskInvocationRequest","output":"GetMaintenanceWindowExecutionTaskInvocationResult","faults":["DoesNotExistException","InternalServerError"]},
"GetMaintenanceWindowTask":{"method":"POST","path":"/","status":200,"input":"GetMaintenanceWindowTaskRequest","output":"GetMaintenanceWindowTaskResult","faults":["DoesNotExistException","InternalServerError"]},
"GetOpsItem":{"method":"POST","path":"/","status":200,"input":"GetOpsItemRequest","output":"GetOpsItemResponse","faults":["InternalServerError","OpsItemAccessDeniedException","OpsItemNotFoundException"]},
"GetOpsMetadata":{"method":"POST","path":"/","status":200,"input":"GetOpsMetadataRequest","output":"GetOpsMetadataResult","faults":["InternalServerError","OpsMetadataInvalidArgumentException","OpsMetadataNotFoundException"]},
"GetOpsSummary":{"method":"POST","path":"/","status":200,"input":"GetOpsSummaryRequest","output":"GetOpsSummaryResult","faults":["InternalServerError","InvalidAggregatorException","InvalidFilter","InvalidNextToken","InvalidTypeNameException","ResourceDataSyncNotFoundException"]},
"GetParameter":{"method":"POST","path":"/","status":200,"input":"GetParameterRequest","output":"GetParameterResult","faults":["InternalServerError","InvalidKeyId","ParameterNotFound","ParameterVersionNotFound"]},
"GetParameterHistory":{"method":"POST","path":"/","status":200,"input":"GetParameterHistoryRequest","output":"GetParameterHistoryResult","faults":["InternalServerError","InvalidKeyId","InvalidNextToken","ParameterNotFound"]},
"GetParameters":{"method":"POST","path":"/","status":200,"input":"GetParametersRequest","output":"GetParametersResult","faults":["InternalServerError","InvalidKeyId"]},
"GetParametersByPath":{"method":"POST","path":"/","status":200,"input":"GetParametersByPathRequest","output":"GetParametersByPathResult","faults":["InternalServerError","InvalidFilterKey","InvalidFilterOption","InvalidFilterValue","InvalidKeyId","InvalidNextToken"]},
"GetPatchBaseline":{"method":"POST","path":"/","status":200,"input":"GetPatchBaselineRequest","output":"GetPatchBaselineResult","faults":["DoesNotExistException","InternalServerError","InvalidResourceId"]},
"GetPatchBaselineForPatchGroup":{"method":"POST","path":"/","status":200,"input":"GetPatchBaselineForPatchGroupRequest","output":"GetPatchBaselineForPatchGroupResult","faults":["InternalServerError"]},
"GetResourcePolicies":{"method":"POST","path":"/","status":200,"input":"GetResourcePoliciesRequest","output":"GetResourcePoliciesResponse","faults":["InternalServerError","ResourceNotFoundException","ResourcePolicyInvalidParameterException"]},
"GetServiceSetting":{"method":"POST","path":"/","status":200,"input":"GetServiceSettingRequest","output":"GetServiceSettingResult","faults":["InternalServerError","ServiceSettingNotFound"]},
"LabelParameterVersion":{"method":"POST","path":"/","status":200,"input":"LabelParameterVersionRequest","output":"LabelParameterVersionResult","faults":["InternalServerError","ParameterNotFound","ParameterVersionLabelLimitExceeded","ParameterVersionNotFound","TooManyUpdates"]},
"ListAssociationVersions":{"method":"POST","path":"/","status":200,"input":"ListAssociationVersionsRequest","output":"ListAssociationVersionsResult","faults":["AssociationDoesNotExist","InternalServerError","InvalidNextToken"]},
"ListAssociations":{"method":"POST","path":"/","status":200,"input":"ListAssociationsRequest","output":"ListAssociationsResult","faults":["InternalServerError","InvalidNextToken"]},
"ListCloudConnectors":{"method":"POST","path":"/","status":200,"input":"ListCloudConnectorsRequest","output":"ListCloudConnectorsResult","faults":["InternalServerError"]},
"ListCommandInvocations":{"method":"POST","path":"/","status":200,"input":"ListCommandInvocationsRequest","output":"ListCommandInvocationsResult","faults":["InternalServerError","InvalidCommandId","InvalidFilterKey","InvalidInstanceId","InvalidNextToken"]},
"ListCommands":{"method":"POST","path":"/","status":200,"input":"ListCommandsRequest","output":"ListCommandsResult","faults":["InternalServerError","InvalidCommandId","InvalidFilterKey","InvalidInstanceId","InvalidNextToken"]},
"ListComplianceItems":{"method":"POST","path":"/","status":200,"input":"ListComplianceItemsRequest","output":"ListComplianceItemsResult","faults":["InternalServerError","InvalidFilter","InvalidNextToken","InvalidResourceId","InvalidResourceType"]},
"ListComplianceSummaries":{"method":"POST","path":"/","status":200,"input":"ListComplianceSummariesRequest","output":"ListComplianceSummariesResult","faults":["InternalServerError","InvalidFilter","InvalidNextToken"]},
"ListDocumentMetadataHistory":{"method":"POST","path":"/","status":200,"input":"ListDocumentMetadataHistoryRequest","output":"ListDocumentMetadataHistoryResponse","faults":["InternalServerError","InvalidDocument","InvalidDocumentVersion","InvalidNextToken"]},
"ListDocumentVersions":{"method":"POST","path":"/","status":200,"input":"ListDocumentVersionsRequest","output":"ListDocumentVersionsResult","faults":["InternalServerError","InvalidDocument","InvalidNextToken"]},
"ListDocuments":{"method":"POST","path":"/","status":200,"input":"ListDocumentsRequest","output":"ListDocumentsResult","faults":["InternalServerError","InvalidFilterKey","InvalidNextToken"]},
"ListInventoryEntries":{"method":"POST","path":"/","status":200,"input":"ListInventoryEntriesRequest","output":"ListInventoryEntriesResult","faults":["InternalServerError","InvalidFilter","InvalidInstanceId","InvalidNextToken","InvalidTypeNameException"]},
"ListNodes":{"method":"POST","path":"/","status":200,"input":"ListNodesRequest","output":"ListNodesResult","faults":["InternalServerError","InvalidFilter","InvalidNextToken","ResourceDataSyncNotFoundException","UnsupportedOperationException"]},
"ListNodesSummary":{"method":"POST","path":"/","status":200,"input":"ListNodesSummaryRequest","output":"ListNodesSummaryResult","faults":["InternalServerError","InvalidAggregatorException","InvalidFilter","InvalidNextToken","ResourceDataSyncNotFoundException","UnsupportedOperationException"]},
"ListOpsItemEvents":{"method":"POST","path":"/","status":200,"input":"ListOpsItemEventsRequest","output":"ListOpsItemEventsResponse","faults":["InternalServerError","OpsItemInvalidParameterException","OpsItemLimitExceededException","OpsItemNotFoundException"]},
"ListOpsItemRelatedItems":{"method":"POST","path":"/","status":200,"input":"ListOpsItemRelatedItemsRequest","output":"ListOpsItemRelatedItemsResponse","faults":["InternalServerError","OpsItemInvalidParameterException"]},
"ListOpsMetadata":{"method":"POST","path":"/","status":200,"input":"ListOpsMetadataRequest","output":"ListOpsMetadataResult","faults":["InternalServerError","OpsMetadataInvalidArgumentException"]},
"ListResourceComplianceSummaries":{"method":"POST","path":"/","status":200,"input":"ListResourceComplianceSummariesRequest","output":"ListResourceComplianceSummariesResult","faults":["InternalServerError","InvalidFilter","InvalidNextToken"]},
"ListResourceDataSync":{"method":"POST","path":"/","status":200,"input":"ListResourceDataSyncRequest","output":"ListResourceDataSyncResult","faults":["InternalServerError","InvalidNextToken","ResourceDataSyncInvalidConfigurationException"]},
"ListTagsForResource":{"method":"POST","path":"/","status":200,"input":"ListTagsForResourceRequest","output":"ListTagsForResourceResult","faults":["InternalServerError","InvalidResourceId","InvalidResourceType"]},
"ModifyDocumentPermission":{"method":"POST","path":"/","status":200,"input":"ModifyDocumentPermissionRequest","output":"ModifyDocumentPermissionResponse","faults":["DocumentLimitExceeded","DocumentPermissionLimit","InternalServerError","InvalidDocument","InvalidPermissionType"]},
"PutComplianceItems":{"method":"POST","path":"/","status":200,"input":"PutComplianceItemsRequest","output":"PutComplianceItemsResult","faults":["ComplianceTypeCountLimitExceededException","InternalServerError","InvalidItemContentException","InvalidResourceId","InvalidResourceType","ItemSizeLimitExceededException","TotalSizeLimitExceededException"]},
"PutInventory":{"method":"POST","path":"/","status":200,"input":"PutInventoryRequest","output":"PutInventoryResult","faults":["CustomSchemaCountLimitExceededException","InternalServerError","InvalidInstanceId","InvalidInventoryItemContextException","InvalidItemContentException","InvalidTypeNameException","ItemContentMismatchException","ItemSizeLimitExceededException","SubTypeCountLimitExceededException","TotalSizeLimitExceededException","UnsupportedInventoryItemContextException","UnsupportedInventorySchemaVersionException"]},
"PutParameter":{"method":"POST","path":"/","status":200,"input":"PutParameterRequest","output":"PutParameterResult","faults":["HierarchyLevelLimitExceededException","HierarchyTypeMismatchException","IncompatiblePolicyException","InternalServerError","InvalidAllowedPatternException","InvalidKeyId","InvalidPolicyAttributeException","InvalidPolicyTypeException","ParameterAlreadyExists","ParameterLimitExceeded","ParameterMaxVersionLimitExceeded","ParameterPatternMismatchException","PoliciesLimitExceededException","TooManyUpdates","UnsupportedParameterType"]},
"PutResourcePolicy":{"method":"POST","path":"/","status":200,"input":"PutResourcePolicyRequest","output":"PutResourcePolicyResponse","faults":["InternalServerError","MalformedResourcePolicyDocumentException","ResourceNotFoundException","ResourcePolicyConflictException","ResourcePolicyInvalidParameterException","ResourcePolicyLimitExceededException","ResourcePolicyNotFoundException"]},
"RegisterDefaultHostManagementConfiguration":{"method":"POST","path":"/","status":200,"input":"RegisterDefaultHostManagementConfigurationRequest","output":"RegisterDefaultHostManagementConfigurationResult","faults":["InternalServerError"]},
"RegisterDefaultPatchBaseline":{"method":"POST","path":"/","status":200,"input":"RegisterDefaultPatchBaselineRequest","output":"RegisterDefaultPatchBaselineResult","faults":["DoesNotExistException","InternalServerError","InvalidResourceId"]},
"RegisterPatchBaselineForPatchGroup":{"method":"POST","path":"/","status":200,"input":"RegisterPatchBaselineForPatchGroupRequest","output":"RegisterPatchBaselineForPatchGroupResult","faults":["AlreadyExistsException","DoesNotExistException","InternalServerError","InvalidResourceId","ResourceLimitExceededException"]},
"RegisterTargetWithMaintenanceWindow":{"method":"POST","path":"/","status":200,"input":"RegisterTargetWithMaintenanceWindowRequest","output":"RegisterTargetWithMaintenanceWindowResult","faults":["DoesNotExistException","IdempotentParameterMismatch","InternalServerError","ResourceLimitExceededException"]},
"RegisterTaskWithMaintenanceWindow":{"method":"POST","path":"/","status":200,"input":"RegisterTaskWithMaintenanceWindowRequest","output":"RegisterTaskWithMaintenanceWindowResult","faults":["DoesNotExistException","FeatureNotAvailableException","IdempotentParameterMismatch","InternalServerError","ResourceLimitExceededException"]},
"RemoveTagsFromResource":{"method":"POST","path":"/","status":200,"input":"RemoveTagsFromResourceRequest","output":"RemoveTagsFromResourceResult","faults":["InternalServerError","InvalidResourceId","InvalidResourceType","TooManyUpdates"]},
"ResetServiceSetting":{"method":"POST","path":"/","status":200,"input":"ResetServiceSettingRequest","output":"ResetServiceSettingResult","faults":["InternalServerError","ServiceSettingNotFound","TooManyUpdates"]},
"ResumeSession":{"method":"POST","path":"/","status":200,"input":"ResumeSessionRequest","output":"ResumeSessionResponse","faults":["DoesNotExistException","InternalServerError"]},
"SendAutomationSignal":{"method":"POST","path":"/","status":200,"input":"SendAutomationSignalRequest","output":"SendAutomationSignalResult","faults":["AutomationExecutionNotFoundException","AutomationStepNotFoundException","InternalServerError","InvalidAutomationSignalException"]},
"SendCommand":{"method":"POST","path":"/","status":200,"input":"SendCommandRequest","output":"SendCommandResult","faults":["DuplicateInstanceId","InternalServerError","InvalidDocument","InvalidDocumentVersion","InvalidInstanceId","InvalidNotificationConfig","InvalidOutputFolder","InvalidParameters","InvalidRole","MaxDocumentSizeExceeded","UnsupportedPlatformType"]},
"StartAccessRequest":{"method":"POST","path":"/","status":200,"input":"StartAccessRequestRequest","output":"StartAccessRequestResponse","faults":["AccessDeniedException","InternalServerError","ResourceNotFoundException","ServiceQuotaExceededException","ThrottlingException","ValidationException"]},
"StartAssociationsOnce":{"method":"POST","path":"/","status":200,"input":"StartAssociationsOnceRequest","output":"StartAssociationsOnceResult","faults":["AssociationDoesNotExist","InvalidAssociation"]},
"StartAutomationExecution":{"method":"POST","path":"/","status":200,"input":"StartAutomationExecutionRequest","output":"StartAutomationExecutionResult","faults":["AutomationDefinitionNotFoundException","AutomationDefinitionVersionNotFoundException","AutomationExecutionLimitExceededException","IdempotentParameterMismatch","InternalServerError","InvalidAutomationExecutionParametersException","InvalidTarget"]},
"StartChangeRequestExecution":{"method":"POST","path":"/","status":200,"input":"StartChangeRequestExecutionRequest","output":"StartChangeRequestExecutionResult","faults":["AutomationDefinitionNotApprovedException","AutomationDefinitionNotFoundException","AutomationDefinitionVersionNotFoundException","AutomationExecutionLimitExceededException","IdempotentParameterMismatch","InternalServerError","InvalidAutomationExecutionParametersException","NoLongerSupportedException"]},
"StartExecutionPreview":{"method":"POST","path":"/","status":200,"input":"StartExecutionPreviewRequest","output":"StartExecutionPreviewResponse","faults":["InternalServerError","ValidationException"]},
"StartSession":{"method":"POST","path":"/","status":200,"input":"StartSessionRequest","output":"StartSessionResponse","faults":["InternalServerError","InvalidDocument","TargetNotConnected"]},
"StopAutomationExecution":{"method":"POST","path":"/","status":200,"input":"StopAutomationExecutionRequest","output":"StopAutomationExecutionResult","faults":["AutomationExecutionNotFoundException","InternalServerError","InvalidAutomationStatusUpdateException"]},
"TerminateSession":{"method":"POST","path":"/","status":200,"input":"TerminateSessionRequest","output":"TerminateSessionResponse","faults":["InternalServerError"]},
"UnlabelParameterVersion":{"method":"POST","path":"/","status":200,"input":"UnlabelParameterVersionRequest","output":"UnlabelParameterVersionResult","faults":["InternalServerError","ParameterNotFound","ParameterVersionNotFound","TooManyUpdates"]},
"UpdateAssociation":{"method":"POST","path":"/","status":200,"input":"UpdateAssociationRequest","output":"UpdateAssociationResult","faults":["AssociationDoesNotExist","AssociationVersionLimitExceeded","InternalServerError","InvalidAssociationVersion","InvalidDocument","InvalidDocumentVersion","InvalidOutputLocation","InvalidParameters","InvalidSchedule","InvalidTarget","InvalidTargetMaps","InvalidUpdate","TooManyUpdates"]},
"UpdateAssociationStatus":{"method":"POST","path":"/","status":200,"input":"UpdateAssociationStatusRequest","output":"UpdateAssociationStatusResult","faults":["AssociationDoesNotExist","InternalServerError","InvalidDocument","InvalidInstanceId","StatusUnchanged","TooManyUpdates"]},
"UpdateCloudConnector":{"method":"POST","path":"/","status":200,"input":"UpdateCloudConnectorRequest","output":"UpdateCloudConnectorResult","faults":["ConflictException","InternalServerError","ResourceNotFoundException","ServiceQuotaExceededException"]},
"UpdateDocument":{"method":"POST","path":"/","status":200,"input":"UpdateDocumentRequest","output":"UpdateDocumentResult","faults":["DocumentVersionLimitExceeded","DuplicateDocumentContent","DuplicateDocumentVersionName","InternalServerError","InvalidDocument","InvalidDocumentContent","InvalidDocumentOperation","InvalidDocumentSchemaVersion","InvalidDocumentVersion","MaxDocumentSizeExceeded"]},
"UpdateDocumentDefaultVersion":{"method":"POST","path":"/","status":200,"input":"UpdateDocumentDefaultVersionRequest","output":"UpdateDocumentDefaultVersionResult","faults":["InternalServerError","InvalidDocument","InvalidDocumentSchemaVersion","InvalidDocumentVersion"]},
"UpdateDocumentMetadata":{"method":"POST","path":"/","status":200,"input":"UpdateDocumentMetadataRequest","output":"UpdateDocumentMetadataResponse","faults":["InternalServerError","InvalidDocument","InvalidDocumentOperation","InvalidDocumentVersion","TooManyUpdates"]},
"UpdateMaintenanceWindow":{"method":"POST","path":"/","status":200,"input":"UpdateMaintenanceWindowRequest","output":"UpdateMaintenanceWindowResult","faults":["DoesNotExistException","InternalServerError"]},
"UpdateMaintenanceWindowTarget":{"method":"POST","path":"/","status":200,"input":"UpdateMaintenanceWindowTargetRequest","output":"UpdateMaintenanceWindowTargetResult","faults":["DoesNotExistException","InternalServerError"]},
"UpdateMaintenanceWindowTask":{"method":"POST","path":"/","status":200,"input":"UpdateMaintenanceWindowTaskRequest","output":"UpdateMaintenanceWindowTaskResult","faults":["DoesNotExistException","InternalServerError"]},
"UpdateManagedInstanceRole":{"method":"POST","path":"/","status":200,"input":"UpdateManagedInstanceRoleRequest","output":"UpdateManagedInstanceRoleResult","faults":["InternalServerError","InvalidInstanceId"]},
"UpdateOpsItem":{"method":"POST","path":"/","status":200,"input":"UpdateOpsItemRequest","output":"UpdateOpsItemResponse","faults":["InternalServerError","OpsItemAccessDeniedException","OpsItemAlreadyExistsException","OpsItemConflictException","OpsItemInvalidParameterException","OpsItemLimitExceededException","OpsItemNotFoundException"]},
"UpdateOpsMetadata":{"method":"POST","path":"/","status":200,"input":"UpdateOpsMetadataRequest","output":"UpdateOpsMetadataResult","faults":["InternalServerError","OpsMetadataInvalidArgumentException","OpsMetadataKeyLimitExceededException","OpsMetadataNotFoundException","OpsMetadataTooManyUpdatesException"]},
"UpdatePatchBaseline":{"method":"POST","path":"/","status":200,"input":"UpdatePatchBaselineRequest","output":"UpdatePatchBaselineResult","faults":["DoesNotExistException","InternalServerError"]},
"UpdateResourceDataSync":{"method":"POST","path":"/","status":200,"input":"UpdateResourceDataSyncRequest","output":"UpdateResourceDataSyncResult","faults":["InternalServerError","ResourceDataSyncConflictException","ResourceDataSyncInvalidConfigurationException","ResourceDataSyncNotFoundException"]},
"UpdateServiceSetting":{"method":"POST","path":"/","status":200,"input":"UpdateServiceSettingRequest","output":"UpdateServiceSettingResult","faults":["InternalServerError","ServiceSettingNotFound","TooManyUpdates"]},
"ValidateCloudConnector":{"method":"POST","path":"/","status":200,"input":"ValidateCloudConnectorRequest","output":"ValidateCloudConnectorResult","faults":["InternalServerError","ResourceNotFoundException"]}
}`,
  new URL("./ssm.shapes.json", import.meta.url),
);
