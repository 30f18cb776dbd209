import { setTimeout as pause } from "node:timers/promises";
import type { StackEvent } from "@aws-sdk/client-cloudformation";
import { Interrupted } from "../failure.ts";
import type { CloudFormation } from "./cloudformation.ts";
import { advance, beginning, isOfStack, isSettled, type Progress } from "./progress.ts";
import type { Screen } from "./screen.ts";

const pollMs = 200;

/** What is watched, and how. */
export interface Watch {
  readonly stackId: string;
  readonly stackName: string;
  /** The last event that belongs to what was before. */
  readonly after?: string | undefined;
  readonly screen: Screen;
  /** Such as `deployment`, for whoever stops watching. */
  readonly what: string;
}

/**
 * Shows what happens to a stack until nothing more will.
 *
 * @throws Interrupted at Ctrl-C: the operation goes on in the server
 */
export async function follow(cloudFormation: CloudFormation, watch: Watch): Promise<Progress> {
  const { stackId, stackName, screen } = watch;
  const ended = new AbortController();
  const interrupt = () => ended.abort();
  for (const signal of signals) process.once(signal, interrupt);
  let last = watch.after;
  let progress = beginning(stackName, Date.now());
  try {
    for (;;) {
      const events = await eventsAfter(cloudFormation, stackId, last);
      last = events.at(-1)?.EventId ?? last;
      progress = advance(progress, events);
      screen.show(progress, events);
      if (isSettled(progress)) break;
      await pause(pollMs, undefined, { signal: ended.signal }).catch(() => {});
      if (ended.signal.aborted) throw interrupted(watch);
    }
    screen.end(progress);
    return progress;
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}

const signals = ["SIGINT", "SIGTERM"] as const;

function interrupted({ what, stackName }: Watch): Interrupted {
  return new Interrupted(
    `The ${what} of ${stackName} goes on in the server; only watching it has ended.\n` +
      "Run the same command again to go on watching.",
  );
}

/** The newest event of a stack, so that what follows can be told from it. */
export async function lastEvent(
  cloudFormation: CloudFormation,
  stackId: string,
): Promise<string | undefined> {
  const { StackEvents } = await cloudFormation("DescribeStackEvents", { StackName: stackId });
  return StackEvents?.[0]?.EventId;
}

/** The event before the operation that is in progress, where it is watched from its beginning. */
export async function eventBefore(
  cloudFormation: CloudFormation,
  stackId: string,
): Promise<string | undefined> {
  const events = (await eventsAfter(cloudFormation, stackId, undefined)).reverse();
  const first = events.findIndex(
    (event) => isOfStack(event) && beginnings.has(event.ResourceStatus ?? ""),
  );
  return events[first + 1]?.EventId;
}

const beginnings: ReadonlySet<string> = new Set([
  ...["CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS"],
]);

/** Oldest first; they come newest first, in pages. */
async function eventsAfter(
  cloudFormation: CloudFormation,
  StackName: string,
  after: string | undefined,
): Promise<StackEvent[]> {
  const events: StackEvent[] = [];
  let next: string | undefined;
  do {
    const { StackEvents = [], NextToken } = await cloudFormation("DescribeStackEvents", {
      StackName,
      ...(next !== undefined && { NextToken: next }),
    });
    const known = StackEvents.findIndex(({ EventId }) => EventId === after);
    events.push(...(known < 0 ? StackEvents : StackEvents.slice(0, known)));
    next = known < 0 ? NextToken : undefined;
  } while (next !== undefined);
  return events.reverse();
}
