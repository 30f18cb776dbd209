import type { StackEvent } from "@aws-sdk/client-cloudformation";

/** A resource, as the last event about it says. */
export interface Row {
  readonly logicalId: string;
  readonly type: string;
  readonly status: string;
  /** Why it has failed, if it has, whatever was done about it since. */
  readonly failure?: string;
  /** Milliseconds since the epoch, as are all times here. */
  readonly startedAt: number;
  /** Absent while it is in progress. */
  readonly endedAt?: number;
}

/** How far an operation on a stack has come. */
export interface Progress {
  readonly stackName: string;
  /** Empty before its first event. */
  readonly status: string;
  readonly startedAt: number;
  readonly endedAt?: number;
  /** In the order in which they began. */
  readonly rows: ReadonlyMap<string, Row>;
  /** The first resource that has failed by itself, and not because another one did. */
  readonly firstFailure?: Row;
  /** What the stack itself says about its failure, first. */
  readonly stackReason?: string;
}

export function beginning(stackName: string, startedAt: number): Progress {
  return { stackName, status: "", startedAt, rows: new Map() };
}

/** Goes on with events, oldest first. */
export function advance(progress: Progress, events: readonly StackEvent[]): Progress {
  return events.reduce(take, progress);
}

/** Whether nothing more will happen. */
export function isSettled({ status }: Pick<Progress, "status">): boolean {
  return status !== "" && !status.endsWith("_IN_PROGRESS");
}

/** Whether a stack has come to stand where it was asked to, and has not fallen back. */
export function hasSucceeded({ status }: Pick<Progress, "status">): boolean {
  return /^(CREATE|UPDATE|DELETE|IMPORT)_COMPLETE$/.test(status);
}

export function hasFailed({ status }: Pick<Row, "status">): boolean {
  return status.endsWith("_FAILED");
}

function take(progress: Progress, event: StackEvent): Progress {
  return isOfStack(event) ? takeStack(progress, event) : takeResource(progress, event);
}

/** Nested stacks have an id of their own. */
export function isOfStack({ PhysicalResourceId, StackId }: StackEvent): boolean {
  return PhysicalResourceId === StackId;
}

function takeStack(progress: Progress, event: StackEvent): Progress {
  const { ResourceStatus: status = "", ResourceStatusReason: reason } = event;
  const { endedAt: _, ...before } = progress;
  const isFailing = /FAILED|ROLLBACK/.test(status) && reason !== undefined;
  return {
    ...before,
    status,
    // A development server's clock may have been moved.
    ...(progress.status === "" && { startedAt: timeOf(event) }),
    ...(isSettled({ status }) && { endedAt: timeOf(event) }),
    ...(isFailing && { stackReason: progress.stackReason ?? reason }),
  };
}

function takeResource(progress: Progress, event: StackEvent): Progress {
  const key = keyOf(progress, event);
  const before = progress.rows.get(key);
  const { ResourceStatus: status = "", ResourceStatusReason: reason } = event;
  const isOver = !status.endsWith("_IN_PROGRESS");
  const isAgain = before?.endedAt !== undefined;
  const failure = hasFailed({ status }) ? (reason ?? status) : before?.failure;
  const row: Row = {
    logicalId: event.LogicalResourceId ?? "",
    type: event.ResourceType ?? "",
    status,
    ...(failure !== undefined && { failure }),
    startedAt: before && (isOver || !isAgain) ? before.startedAt : timeOf(event),
    ...(isOver && { endedAt: timeOf(event) }),
  };
  const isFirst = hasFailed(row) && !/cancelled/i.test(reason ?? "");
  return {
    ...progress,
    rows: new Map(progress.rows).set(key, row),
    ...(isFirst && { firstFailure: progress.firstFailure ?? row }),
  };
}

/** What is cleaned up in the end is not the resource of that name, but what it has replaced. */
function keyOf({ status, rows }: Progress, event: StackEvent): string {
  const { LogicalResourceId = "", PhysicalResourceId = "" } = event;
  const isCleanup = status.endsWith("CLEANUP_IN_PROGRESS") && rows.has(LogicalResourceId);
  return isCleanup ? `${LogicalResourceId} ${PhysicalResourceId}` : LogicalResourceId;
}

function timeOf({ Timestamp }: StackEvent): number {
  return Timestamp?.getTime() ?? 0;
}
