import type { Tenant } from "../../foundation/arn.ts";

/** CloudFormation's own words for where a stack stands. */
export type StackStatus =
  | "REVIEW_IN_PROGRESS"
  | `${"CREATE" | "UPDATE" | "DELETE" | "ROLLBACK"}_${"IN_PROGRESS" | "COMPLETE" | "FAILED"}`
  | "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"
  | `UPDATE_ROLLBACK_${"IN_PROGRESS" | "COMPLETE" | "FAILED" | "COMPLETE_CLEANUP_IN_PROGRESS"}`;

/** Whether an operation is in progress; a stack that waits for its first change set has none. */
export function isInProgress(status: StackStatus): boolean {
  return status.endsWith("_IN_PROGRESS") && status !== "REVIEW_IN_PROGRESS";
}

/** What a stack is, or is to become. */
export interface StackDefinition {
  /** The template as it was sent, byte for byte. */
  readonly templateBody: string;
  readonly parameters: readonly StackParameter[];
  readonly tags: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
  readonly roleArn?: string;
  readonly notificationArns: readonly string[];
}

export interface StackParameter {
  readonly key: string;
  /** As given: for SSM-typed parameters the name of the SSM parameter. */
  readonly value: string;
  /** What an SSM-typed parameter stood for when it was used. */
  readonly resolved?: string;
  /** Values of `NoEcho` parameters are sealed at rest and shown as `****`. */
  readonly noEcho?: boolean;
}

export interface StackOutput {
  readonly key: string;
  readonly value: string;
  readonly description?: string;
  readonly exportName?: string;
}

/** One stack, deleted ones too for a while: they are found by id alone. */
export interface Stack {
  readonly tenant: Tenant;
  /** `arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/UUID` */
  readonly id: string;
  readonly name: string;
  readonly status: StackStatus;
  readonly statusReason?: string;
  /** What it is; absent while it waits for its first change set. */
  readonly definition?: StackDefinition;
  /** What it is to become while an operation is in progress. */
  readonly target?: StackDefinition;
  readonly description?: string;
  readonly outputs: readonly StackOutput[];
  readonly terminationProtection: boolean;
  readonly disableRollback: boolean;
  /** Logical ids of resources that the deletion in progress leaves. */
  readonly retained?: readonly string[];
  /** Of a nested stack. */
  readonly parentId?: string;
  readonly rootId?: string;
  /** Milliseconds since the epoch, as are all times here. */
  readonly createdAt: number;
  readonly updatedAt?: number;
  readonly deletedAt?: number;
  /** Told by clients, so that a repeated request is known as one. */
  readonly clientRequestToken?: string;
  /** How it stood when somebody last looked whether it had been changed by hand. */
  readonly drift?: { readonly status: "IN_SYNC" | "DRIFTED" | "UNKNOWN"; readonly at: number };
  /** Which updates are allowed; all where it is absent. JSON text. */
  readonly policy?: string;
  /** What stands in for the policy during the update in progress. */
  readonly policyDuringUpdate?: string;
  /** The change set that has last been executed. */
  readonly changeSetId?: string;
}

export type ResourceStatus =
  | `${"CREATE" | "UPDATE" | "DELETE"}_${"IN_PROGRESS" | "COMPLETE" | "FAILED"}`
  | "DELETE_SKIPPED"
  | `ROLLBACK_${"IN_PROGRESS" | "COMPLETE" | "FAILED"}`
  | `UPDATE_ROLLBACK_${"IN_PROGRESS" | "COMPLETE" | "FAILED"}`;

/** What was made for a resource, and what its template says of it. */
export interface ResourceState {
  /** Empty until it is made. */
  readonly physicalId: string;
  /** What `Ref` answers; the physical id where absent. */
  readonly ref?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Evaluated and checked, as they were applied. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** Makes names unique over replacements: part of `physicalName`. */
  readonly nameSuffix: string;
  readonly dependsOn: readonly string[];
  readonly deletionPolicy: RemovalPolicy;
  readonly updateReplacePolicy: RemovalPolicy;
}

/** One resource of a stack. */
export interface StackResource extends ResourceState {
  readonly stackId: string;
  readonly logicalId: string;
  readonly type: string;
  readonly status: ResourceStatus;
  readonly statusReason?: string;
  /**
   * While it is being made: ids of what was there already and looks like it, which is somebody
   * else's.
   */
  readonly stoodBefore?: readonly string[];
  /** What it was before the operation that is in progress, if that has changed it. */
  readonly previous?: ResourceState;
  /** Made by the operation that is in progress. */
  readonly isNew?: true;
  readonly updatedAt: number;
}

export type RemovalPolicy = "Delete" | "Retain" | "RetainExceptOnCreate";

export interface StackEvent {
  readonly eventId: string;
  readonly stackId: string;
  readonly stackName: string;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly resourceType: string;
  readonly status: ResourceStatus | StackStatus;
  readonly statusReason?: string;
  /** JSON text. */
  readonly properties?: string;
  readonly clientRequestToken?: string;
  readonly at: number;
  /** Tells events of the same millisecond apart. */
  readonly order: number;
}

export interface ChangeSet {
  readonly tenant: Tenant;
  /** `arn:aws:cloudformation:REGION:ACCOUNT:changeSet/NAME/UUID` */
  readonly id: string;
  readonly name: string;
  readonly stackId: string;
  readonly stackName: string;
  readonly kind: "CREATE" | "UPDATE";
  readonly description?: string;
  readonly definition: StackDefinition;
  /** It is made in one go. */
  readonly status: "CREATE_COMPLETE" | "FAILED";
  /** Whether somebody has begun to execute it, which can be done once. */
  readonly isExecuted: boolean;
  readonly disableRollback?: boolean;
  readonly statusReason?: string;
  readonly changes: readonly ResourceChange[];
  readonly createdAt: number;
}

/** What a change set would do to one resource. */
export interface ResourceChange {
  readonly action: "Add" | "Modify" | "Remove";
  readonly logicalId: string;
  readonly physicalId?: string;
  readonly type: string;
  readonly replacement?: Replacement;
  /** What becomes of what stands now. */
  readonly policyAction?: "Delete" | "Retain" | "ReplaceAndDelete" | "ReplaceAndRetain";
  readonly details: readonly ChangeDetail[];
}

export type Replacement = "True" | "False" | "Conditional";

/** One thing about a resource that differs. */
export interface ChangeDetail {
  readonly attribute: "Properties" | "Metadata" | "DeletionPolicy" | "UpdateReplacePolicy";
  /** Of the property. */
  readonly name?: string;
  readonly replacement: Replacement;
  /** What it becomes is known once another resource is made. */
  readonly isUnknown: boolean;
}
