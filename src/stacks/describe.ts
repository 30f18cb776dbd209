import { tagList } from "../foundation/tags.ts";
import {
  type ChangeAnswer,
  type ChangeDetailAnswer,
  isResourceStatus,
  type ParameterAnswer,
  type StackAnswer,
  type StackEventAnswer,
} from "./contract.ts";
import { describeStackDrift } from "./describe-drift.ts";
import type {
  ChangeDetail,
  ResourceChange,
  Stack,
  StackDefinition,
  StackEvent,
  StackParameter,
} from "./domain/stack.ts";

/** A stack as DescribeStacks tells of it. */
export function describeStack(stack: Stack): StackAnswer {
  const shown = shownDefinition(stack);
  return {
    ...describeTimes(stack),
    StackId: stack.id,
    StackName: stack.name,
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
    ChangeSetId: stack.changeSetId,
    Description: stack.description,
    Parameters: shown?.parameters.map(describeParameter) ?? [],
    Outputs: stack.outputs.map(({ key, value, description, exportName }) => ({
      OutputKey: key,
      OutputValue: value,
      Description: description,
      ExportName: exportName,
    })),
    Capabilities: capabilitiesOf(shown),
    Tags: describeTags(shown),
    RoleARN: shown?.roleArn,
    NotificationARNs: [...(shown?.notificationArns ?? [])],
    RollbackConfiguration: {},
    DisableRollback: stack.disableRollback,
    EnableTerminationProtection: stack.terminationProtection,
    ParentId: stack.parentId,
    RootId: stack.rootId,
    DriftInformation: describeStackDrift(stack),
  };
}

/** When what happened to a stack. */
export function describeTimes({ createdAt, updatedAt, deletedAt }: Stack) {
  return {
    CreationTime: new Date(createdAt),
    ...(updatedAt !== undefined && { LastUpdatedTime: new Date(updatedAt) }),
    ...(deletedAt !== undefined && { DeletionTime: new Date(deletedAt) }),
  };
}

/** What a stack is shown to be: what it becomes, unless it is on the way back. */
export function shownDefinition(stack: Stack): StackDefinition | undefined {
  const { status, definition, target } = stack;
  return status.startsWith("UPDATE_ROLLBACK") ? definition : (target ?? definition);
}

/** A parameter; the value of a `NoEcho` one is nobody's to read. */
export function describeParameter(parameter: StackParameter): ParameterAnswer {
  const { key, value, resolved, noEcho } = parameter;
  return {
    ParameterKey: key,
    ParameterValue: noEcho ? "****" : value,
    ...(resolved !== undefined && { ResolvedValue: noEcho ? "****" : resolved }),
  };
}

export function describeTags(definition: StackDefinition | undefined) {
  return tagList(definition?.tags ?? {});
}

/** Capabilities as they were given; CloudFormation has three. */
export function capabilitiesOf(definition: StackDefinition | undefined) {
  const known = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"] as const;
  return known.filter((each) => definition?.capabilities.includes(each));
}

/** What a change set would do to one resource. */
export function describeChange(change: ResourceChange): ChangeAnswer {
  return {
    Type: "Resource",
    ResourceChange: {
      Action: change.action,
      LogicalResourceId: change.logicalId,
      PhysicalResourceId: change.physicalId,
      ResourceType: change.type,
      Replacement: change.replacement,
      PolicyAction: change.policyAction,
      Scope: [...new Set(change.details.map(({ attribute }) => attribute))],
      Details: change.details.map(describeDetail),
    },
  };
}

const recreation = { True: "Always", False: "Never", Conditional: "Conditionally" } as const;

function describeDetail(detail: ChangeDetail): ChangeDetailAnswer {
  const { attribute, name, replacement, isUnknown } = detail;
  return {
    Target: { Attribute: attribute, Name: name, RequiresRecreation: recreation[replacement] },
    Evaluation: isUnknown ? "Dynamic" : "Static",
    ChangeSource: isUnknown ? "ResourceReference" : "DirectModification",
  };
}

/** Something that happened, as it is told of. */
export function describeEvent(event: StackEvent): StackEventAnswer {
  return {
    EventId: event.eventId,
    StackId: event.stackId,
    StackName: event.stackName,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.resourceType,
    Timestamp: new Date(event.at),
    ...(isResourceStatus(event.status) && { ResourceStatus: event.status }),
    ResourceStatusReason: event.statusReason,
    ResourceProperties: event.properties,
    ClientRequestToken: event.clientRequestToken,
  };
}
