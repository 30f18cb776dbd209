// Written by tools/generate-shapes.ts from AWS's service models. Do not edit.
import { shapeTable } from "../shape-table.ts";

/** The faults that the service declares, as the SDK's exception classes are named. */
export type FaultCode =
  | "AlreadyExistsException"
  | "CFNRegistryException"
  | "ChangeSetNotFoundException"
  | "ConcurrentResourcesLimitExceededException"
  | "CreatedButModifiedException"
  | "GeneratedTemplateNotFoundException"
  | "HookResultNotFoundException"
  | "InsufficientCapabilitiesException"
  | "InvalidChangeSetStatusException"
  | "InvalidOperationException"
  | "InvalidStateTransitionException"
  | "LimitExceededException"
  | "NameAlreadyExistsException"
  | "OperationIdAlreadyExistsException"
  | "OperationInProgressException"
  | "OperationNotFoundException"
  | "OperationStatusCheckFailedException"
  | "ResourceScanInProgressException"
  | "ResourceScanLimitExceededException"
  | "ResourceScanNotFoundException"
  | "StackInstanceNotFoundException"
  | "StackNotFoundException"
  | "StackRefactorNotFoundException"
  | "StackSetNotEmptyException"
  | "StackSetNotFoundException"
  | "StaleRequestException"
  | "TokenAlreadyExistsException"
  | "TypeConfigurationNotFoundException"
  | "TypeNotFoundException";

export const shapes = shapeTable(
  {"service":"cloudformation","endpointPrefix":"cloudformation","signingName":"cloudformation","protocol":"aws-query","apiVersion":"2010-05-15","xmlNamespace":"http://cloudformation.amazonaws.com/doc/2010-05-15/"},
  String.raw`{
"ActivateOrganizationsAccess":{"method":"POST","path":"/","status":200,"input":"ActivateOrganizationsAccessInput","output":"ActivateOrganizationsAccessOutput","faults":["InvalidOperationException","OperationNotFoundException"]},
"ActivateType":{"method":"POST","path":"/","status":200,"input":"ActivateTypeInput","output":"ActivateTypeOutput","faults":["CFNRegistryException","TypeNotFoundException"]},
"BatchDescribeTypeConfigurations":{"method":"POST","path":"/","status":200,"input":"BatchDescribeTypeConfigurationsInput","output":"BatchDescribeTypeConfigurationsOutput","faults":["CFNRegistryException","TypeConfigurationNotFoundException"]},
"CancelUpdateStack":{"method":"POST","path":"/","status":200,"input":"CancelUpdateStackInput","faults":["TokenAlreadyExistsException"]},
"ContinueUpdateRollback":{"method":"POST","path":"/","status":200,"input":"ContinueUpdateRollbackInput","output":"ContinueUpdateRollbackOutput","faults":["TokenAlreadyExistsException"]},
"CreateChangeSet":{"method":"POST","path":"/","status":200,"input":"CreateChangeSetInput","output":"CreateChangeSetOutput","faults":["AlreadyExistsException","InsufficientCapabilitiesException","LimitExceededException"]},
"CreateGeneratedTemplate":{"method":"POST","path":"/","status":200,"input":"CreateGeneratedTemplateInput","output":"CreateGeneratedTemplateOutput","faults":["AlreadyExistsException","ConcurrentResourcesLimitExceededException","LimitExceededException"]},
"CreateStack":{"method":"POST","path":"/","status":200,"input":"CreateStackInput","output":"CreateStackOutput","faults":["AlreadyExistsException","InsufficientCapabilitiesException","LimitExceededException","TokenAlreadyExistsException"]},
"CreateStackInstances":{"method":"POST","path":"/","status":200,"input":"CreateStackInstancesInput","output":"CreateStackInstancesOutput","faults":["InvalidOperationException","LimitExceededException","OperationIdAlreadyExistsException","OperationInProgressException","StackSetNotFoundException","StaleRequestException"]},
"CreateStackRefactor":{"method":"POST","path":"/","status":200,"input":"CreateStackRefactorInput","output":"CreateStackRefactorOutput","faults":[]},
"CreateStackSet":{"method":"POST","path":"/","status":200,"input":"CreateStackSetInput","output":"CreateStackSetOutput","faults":["CreatedButModifiedException","LimitExceededException","NameAlreadyExistsException"]},
"DeactivateOrganizationsAccess":{"method":"POST","path":"/","status":200,"input":"DeactivateOrganizationsAccessInput","output":"DeactivateOrganizationsAccessOutput","faults":["InvalidOperationException","OperationNotFoundException"]},
"DeactivateType":{"method":"POST","path":"/","status":200,"input":"DeactivateTypeInput","output":"DeactivateTypeOutput","faults":["CFNRegistryException","TypeNotFoundException"]},
"DeleteChangeSet":{"method":"POST","path":"/","status":200,"input":"DeleteChangeSetInput","output":"DeleteChangeSetOutput","faults":["InvalidChangeSetStatusException"]},
"DeleteGeneratedTemplate":{"method":"POST","path":"/","status":200,"input":"DeleteGeneratedTemplateInput","faults":["ConcurrentResourcesLimitExceededException","GeneratedTemplateNotFoundException"]},
"DeleteStack":{"method":"POST","path":"/","status":200,"input":"DeleteStackInput","faults":["TokenAlreadyExistsException"]},
"DeleteStackInstances":{"method":"POST","path":"/","status":200,"input":"DeleteStackInstancesInput","output":"DeleteStackInstancesOutput","faults":["InvalidOperationException","OperationIdAlreadyExistsException","OperationInProgressException","StackSetNotFoundException","StaleRequestException"]},
"DeleteStackSet":{"method":"POST","path":"/","status":200,"input":"DeleteStackSetInput","output":"DeleteStackSetOutput","faults":["OperationInProgressException","StackSetNotEmptyException"]},
"DeregisterType":{"method":"POST","path":"/","status":200,"input":"DeregisterTypeInput","output":"DeregisterTypeOutput","faults":["CFNRegistryException","TypeNotFoundException"]},
"DescribeAccountLimits":{"method":"POST","path":"/","status":200,"input":"DescribeAccountLimitsInput","output":"DescribeAccountLimitsOutput","faults":[]},
"DescribeChangeSet":{"method":"POST","path":"/","status":200,"input":"DescribeChangeSetInput","output":"DescribeChangeSetOutput","faults":["ChangeSetNotFoundException"]},
"DescribeChangeSetHooks":{"method":"POST","path":"/","status":200,"input":"DescribeChangeSetHooksInput","output":"DescribeChangeSetHooksOutput","faults":["ChangeSetNotFoundException"]},
"DescribeEvents":{"method":"POST","path":"/","status":200,"input":"DescribeEventsInput","output":"DescribeEventsOutput","faults":[]},
"DescribeGeneratedTemplate":{"method":"POST","path":"/","status":200,"input":"DescribeGeneratedTemplateInput","output":"DescribeGeneratedTemplateOutput","faults":["GeneratedTemplateNotFoundException"]},
"DescribeOrganizationsAccess":{"method":"POST","path":"/","status":200,"input":"DescribeOrganizationsAccessInput","output":"DescribeOrganizationsAccessOutput","faults":["InvalidOperationException","OperationNotFoundException"]},
"DescribePublisher":{"method":"POST","path":"/","status":200,"input":"DescribePublisherInput","output":"DescribePublisherOutput","faults":["CFNRegistryException"]},
"DescribeResourceScan":{"method":"POST","path":"/","status":200,"input":"DescribeResourceScanInput","output":"DescribeResourceScanOutput","faults":["ResourceScanNotFoundException"]},
"DescribeStackDriftDetectionStatus":{"method":"POST","path":"/","status":200,"input":"DescribeStackDriftDetectionStatusInput","output":"DescribeStackDriftDetectionStatusOutput","faults":[]},
"DescribeStackEvents":{"method":"POST","path":"/","status":200,"input":"DescribeStackEventsInput","output":"DescribeStackEventsOutput","faults":[]},
"DescribeStackInstance":{"method":"POST","path":"/","status":200,"input":"DescribeStackInstanceInput","output":"DescribeStackInstanceOutput","faults":["StackInstanceNotFoundException","StackSetNotFoundException"]},
"DescribeStackRefactor":{"method":"POST","path":"/","status":200,"input":"DescribeStackRefactorInput","output":"DescribeStackRefactorOutput","faults":["StackRefactorNotFoundException"]},
"DescribeStackResource":{"method":"POST","path":"/","status":200,"input":"DescribeStackResourceInput","output":"DescribeStackResourceOutput","faults":[]},
"DescribeStackResourceDrifts":{"method":"POST","path":"/","status":200,"input":"DescribeStackResourceDriftsInput","output":"DescribeStackResourceDriftsOutput","faults":[]},
"DescribeStackResources":{"method":"POST","path":"/","status":200,"input":"DescribeStackResourcesInput","output":"DescribeStackResourcesOutput","faults":[]},
"DescribeStackSet":{"method":"POST","path":"/","status":200,"input":"DescribeStackSetInput","output":"DescribeStackSetOutput","faults":["StackSetNotFoundException"]},
"DescribeStackSetOperation":{"method":"POST","path":"/","status":200,"input":"DescribeStackSetOperationInput","output":"DescribeStackSetOperationOutput","faults":["OperationNotFoundException","StackSetNotFoundException"]},
"DescribeStacks":{"method":"POST","path":"/","status":200,"input":"DescribeStacksInput","output":"DescribeStacksOutput","faults":[]},
"DescribeType":{"method":"POST","path":"/","status":200,"input":"DescribeTypeInput","output":"DescribeTypeOutput","faults":["CFNRegistryException","TypeNotFoundException"]},
"DescribeTypeRegistration":{"method":"POST","path":"/","status":200,"input":"DescribeTypeRegistrationInput","output":"DescribeTypeRegistrationOutput","faults":["CFNRegistryException"]},
"DetectStackDrift":{"method":"POST","path":"/","status":200,"input":"DetectStackDriftInput","output":"DetectStackDriftOutput","faults":[]},
"DetectStackResourceDrift":{"method":"POST","path":"/","status":200,"input":"DetectStackResourceDriftInput","output":"DetectStackResourceDriftOutput","faults":[]},
"DetectStackSetDrift":{"method":"POST","path":"/","status":200,"input":"DetectStackSetDriftInput","output":"DetectStackSetDriftOutput","faults":["InvalidOperationException","OperationInProgressException","StackSetNotFoundException"]},
"EstimateTemplateCost":{"method":"POST","path":"/","status":200,"input":"EstimateTemplateCostInput","output":"EstimateTemplateCostOutput","faults":[]},
"ExecuteChangeSet":{"method":"POST","path":"/","status":200,"input":"ExecuteChangeSetInput","output":"ExecuteChangeSetOutput","faults":["ChangeSetNotFoundException","InsufficientCapabilitiesException","InvalidChangeSetStatusException","TokenAlreadyExistsException"]},
"ExecuteStackRefactor":{"method":"POST","path":"/","status":200,"input":"ExecuteStackRefactorInput","faults":[]},
"GetGeneratedTemplate":{"method":"POST","path":"/","status":200,"input":"GetGeneratedTemplateInput","output":"GetGeneratedTemplateOutput","faults":["GeneratedTemplateNotFoundException"]},
"GetHookResult":{"method":"POST","path":"/","status":200,"input":"GetHookResultInput","output":"GetHookResultOutput","faults":["HookResultNotFoundException"]},
"GetStackPolicy":{"method":"POST","path":"/","status":200,"input":"GetStackPolicyInput","output":"GetStackPolicyOutput","faults":[]},
"GetTemplate":{"method":"POST","path":"/","status":200,"input":"GetTemplateInput","output":"GetTemplateOutput","faults":["ChangeSetNotFoundException"]},
"GetTemplateSummary":{"method":"POST","path":"/","status":200,"input":"GetTemplateSummaryInput","output":"GetTemplateSummaryOutput","faults":["StackSetNotFoundException"]},
"ImportStacksToStackSet":{"method":"POST","path":"/","status":200,"input":"ImportStacksToStackSetInput","output":"ImportStacksToStackSetOutput","faults":["InvalidOperationException","LimitExceededException","OperationIdAlreadyExistsException","OperationInProgressException","StackNotFoundException","StackSetNotFoundException","StaleRequestException"]},
"ListChangeSets":{"method":"POST","path":"/","status":200,"input":"ListChangeSetsInput","output":"ListChangeSetsOutput","faults":[]},
"ListExports":{"method":"POST","path":"/","status":200,"input":"ListExportsInput","output":"ListExportsOutput","faults":[]},
"ListGeneratedTemplates":{"method":"POST","path":"/","status":200,"input":"ListGeneratedTemplatesInput","output":"ListGeneratedTemplatesOutput","faults":[]},
"ListHookResults":{"method":"POST","path":"/","status":200,"input":"ListHookResultsInput","output":"ListHookResultsOutput","faults":["HookResultNotFoundException"]},
"ListImports":{"method":"POST","path":"/","status":200,"input":"ListImportsInput","output":"ListImportsOutput","faults":[]},
"ListResourceScanRelatedResources":{"method":"POST","path":"/","status":200,"input":"ListResourceScanRelatedResourcesInput","output":"ListResourceScanRelatedResourcesOutput","faults":["ResourceScanInProgressException","ResourceScanNotFoundException"]},
"ListResourceScanResources":{"method":"POST","path":"/","status":200,"input":"ListResourceScanResourcesInput","output":"ListResourceScanResourcesOutput","faults":["ResourceScanInProgressException","ResourceScanNotFoundException"]},
"ListResourceScans":{"method":"POST","path":"/","status":200,"input":"ListResourceScansInput","output":"ListResourceScansOutput","faults":[]},
"ListStackInstanceResourceDrifts":{"method":"POST","path":"/","status":200,"input":"ListStackInstanceResourceDriftsInput","output":"ListStackInstanceResourceDriftsOutput","faults":["OperationNotFoundException","StackInstanceNotFoundException","StackSetNotFoundException"]},
"ListStackInstances":{"method":"POST","path":"/","status":200,"input":"ListStackInstancesInput","output":"ListStackInstancesOutput","faults":["StackSetNotFoundException"]},
"ListStackRefactorActions":{"method":"POST","path":"/","status":200,"input":"ListStackRefactorActionsInput","output":"ListStackRefactorActionsOutput","faults":[]},
"ListStackRefactors":{"method":"POST","path":"/","status":200,"input":"ListStackRefactorsInput","output":"ListStackRefactorsOutput","faults":[]},
"ListStackResources":{"method":"POST","path":"/","status":200,"input":"ListStackResourcesInput","output":"ListStackResourcesOutput","faults":[]},
"ListStackSetAutoDeploymentTargets":{"method":"POST","path":"/","status":200,"input":"ListStackSetAutoDeploymentTargetsInput","output":"ListStackSetAutoDeploymentTargetsOutput","faults":["StackSetNotFoundException"]},
"ListStackSetOperationResults":{"method":"POST","path":"/","status":200,"input":"ListStackSetOperationResultsInput","output":"ListStackSetOperationResultsOutput","faults":["OperationNotFoundException","StackSetNotFoundException"]},
"ListStackSetOperations":{"method":"POST","path":"/","status":200,"input":"ListStackSetOperationsInput","output":"ListStackSetOperationsOutput","faults":["StackSetNotFoundException"]},
"ListStackSets":{"method":"POST","path":"/","status":200,"input":"ListStackSetsInput","output":"ListStackSetsOutput","faults":[]},
"ListStacks":{"method":"POST","path":"/","status":200,"input":"ListStacksInput","output":"ListStacksOutput","faults":[]},
"ListTypeRegistrations":{"method":"POST","path":"/","status":200,"input":"ListTypeRegistrationsInput","output":"ListTypeRegistrationsOutput","faults":["CFNRegistryException"]},
"ListTypeVersions":{"method":"POST","path":"/","status":200,"input":"ListTypeVersionsInput","output":"ListTypeVersionsOutput","faults":["CFNRegistryException"]},
"ListTypes":{"method":"POST","path":"/","status":200,"input":"ListTypesInput","output":"ListTypesOutput","faults":["CFNRegistryException"]},
"PublishType":{"method":"POST","path":"/","status":200,"input":"PublishTypeInput","output":"PublishTypeOutput","faults":["CFNRegistryException","TypeNotFoundException"]},
"RecordHandlerProgress":{"method":"POST","path":"/","status":200,"input":"RecordHandlerProgressInput","output":"RecordHandlerProgressOutput","faults":["InvalidStateTransitionException","OperationStatusCheckFailedException"]},
"RegisterPublisher":{"method":"POST","path":"/","status":200,"input":"RegisterPublisherInput","output":"RegisterPublisherOutput","faults":["CFNRegistryException"]},
"RegisterType":{"method":"POST","path":"/","status":200,"input":"RegisterTypeInput","output":"RegisterTypeOutput","faults":["CFNRegistryException"]},
"RemoveAlias":{"method":"POST","path":"/","status":200,"input":"RemoveAliasInput","faults":[]},
"RollbackStack":{"method":"POST","path":"/","status":200,"input":"RollbackStackInput","output":"RollbackStackOutput","faults":["TokenAlreadyExistsException"]},
"SetAlias":{"method":"POST","path":"/","status":200,"input":"SetAliasInput","faults":["AlreadyExistsException","LimitExceededException"]},
"SetStackPolicy":{"method":"POST","path":"/","status":200,"input":"SetStackPolicyInput","faults":[]},
"SetTypeConfiguration":{"method":"POST","path":"/","status":200,"input":"SetTypeConfigurationInput","output":"SetTypeConfigurationOutput","faults":["CFNRegistryException","TypeNotFoundException"]},
"SetTypeDefaultVersion":{"method":"POST","path":"/","status":200,"input":"SetTypeDefaultVersionInput","output":"SetTypeDefaultVersionOutput","faults":["CFNRegistryException","TypeNotFoundException"]},
"SignalResource":{"method":"POST","path":"/","status":200,"input":"SignalResourceInput","faults":[]},
"StartResourceScan":{"method":"POST","path":"/","status":200,"input":"StartResourceScanInput","output":"StartResourceScanOutput","faults":["ResourceScanInProgressException","ResourceScanLimitExceededException"]},
"StopStackSetOperation":{"method":"POST","path":"/","status":200,"input":"StopStackSetOperationInput","output":"StopStackSetOperationOutput","faults":["InvalidOperationException","OperationNotFoundException","StackSetNotFoundException"]},
"TestType":{"method":"POST","path":"/","status":200,"input":"TestTypeInput","output":"TestTypeOutput","faults":["CFNRegistryException","TypeNotFoundException"]},
"UpdateGeneratedTemplate":{"method":"POST","path":"/","status":200,"input":"UpdateGeneratedTemplateInput","output":"UpdateGeneratedTemplateOutput","faults":["AlreadyExistsException","GeneratedTemplateNotFoundException","LimitExceededException"]},
"UpdateStack":{"method":"POST","path":"/","status":200,"input":"UpdateStackInput","output":"UpdateStackOutput","faults":["InsufficientCapabilitiesException","TokenAlreadyExistsException"]},
"UpdateStackInstances":{"method":"POST","path":"/","status":200,"input":"UpdateStackInstancesInput","output":"UpdateStackInstancesOutput","faults":["InvalidOperationException","OperationIdAlreadyExistsException","OperationInProgressException","StackInstanceNotFoundException","StackSetNotFoundException","StaleRequestException"]},
"UpdateStackSet":{"method":"POST","path":"/","status":200,"input":"UpdateStackSetInput","output":"UpdateStackSetOutput","faults":["InvalidOperationException","OperationIdAlreadyExistsException","OperationInProgressException","StackInstanceNotFoundException","StackSetNotFoundException","StaleRequestException"]},
"UpdateTerminationProtection":{"method":"POST","path":"/","status":200,"input":"UpdateTerminationProtectionInput","output":"UpdateTerminationProtectionOutput","faults":[]},
"ValidateTemplate":{"method":"POST","path":"/","status":200,"input":"ValidateTemplateInput","output":"ValidateTemplateOutput","faults":[]}
}`,
  new URL("./cloudformation.shapes.json", import.meta.url),
);
