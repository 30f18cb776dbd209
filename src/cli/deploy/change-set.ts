import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type {
  Change,
  CreateChangeSetInput,
  Parameter,
  Stack,
} from "@aws-sdk/client-cloudformation";
import { Failure } from "../failure.ts";
import { findStack } from "./cloudformation.ts";
import type { Target } from "./target.ts";

/** What a stack is to become. */
export type Request = Pick<CreateChangeSetInput, "TemplateBody" | "TemplateURL" | "Tags"> & {
  readonly stackName: string;
  /** Values by the names of the parameters; those of the stack that stands stay otherwise. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The names that the template declares. */
  readonly declared: readonly string[];
};

/** A change set that can be executed. */
export interface Proposal {
  readonly changeSetId: string;
  readonly stackId: string;
  readonly changes: readonly Change[];
  /** What stands by now; absent where the stack is to be made. */
  readonly standing?: Stack;
}

const capabilities = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"] as const;
const pollMs = 250;

/**
 * Asks what a deployment would change.
 *
 * @returns undefined when nothing would
 * @throws Failure with CloudFormation's reason, and leaves no change set then
 */
export async function propose(target: Target, request: Request): Promise<Proposal | undefined> {
  const { cloudFormation } = target;
  const found = await findStack(cloudFormation, request.stackName);
  const standing = found?.StackStatus === "REVIEW_IN_PROGRESS" ? undefined : found;
  const { TemplateBody, TemplateURL, Tags } = request;
  const { Id: changeSetId = "", StackId: stackId = "" } = await cloudFormation("CreateChangeSet", {
    StackName: request.stackName,
    ChangeSetName: `gatepool-${randomUUID()}`,
    ChangeSetType: standing === undefined ? "CREATE" : "UPDATE",
    Parameters: parametersFor(request, standing),
    Capabilities: [...capabilities],
    ...(TemplateBody !== undefined && { TemplateBody }),
    ...(TemplateURL !== undefined && { TemplateURL }),
    ...(Tags !== undefined && { Tags }),
  });
  const proposal = { changeSetId, stackId, ...(standing && { standing }) };
  let isReady = false;
  try {
    const { reason, changes } = await outcomeOf(target, changeSetId);
    isReady = reason === undefined;
    if (isReady) return { ...proposal, changes };
    if (isNoChange.test(reason ?? "")) return undefined;
    throw new Failure(`${request.stackName}: ${reason}`);
  } finally {
    if (!isReady) await withdraw(target, proposal);
  }
}

const isNoChange = /^(The submitted information didn't contain changes|No updates are to be)/;

function parametersFor({ parameters, declared }: Request, standing: Stack | undefined) {
  const before = new Set(standing?.Parameters?.map(({ ParameterKey }) => ParameterKey));
  const given = (ParameterKey: string): Parameter[] => {
    const ParameterValue = parameters[ParameterKey];
    if (ParameterValue !== undefined) return [{ ParameterKey, ParameterValue }];
    return before.has(ParameterKey) ? [{ ParameterKey, UsePreviousValue: true }] : [];
  };
  return declared.flatMap(given);
}

/** @returns why it has failed, else what would change */
async function outcomeOf({ cloudFormation }: Target, changeSetId: string) {
  const changes: Change[] = [];
  let next: string | undefined;
  for (;;) {
    const page = await cloudFormation("DescribeChangeSet", {
      ChangeSetName: changeSetId,
      IncludePropertyValues: true,
      ...(next !== undefined && { NextToken: next }),
    });
    if (page.Status === "FAILED") return { reason: page.StatusReason ?? page.Status, changes };
    if (page.Status !== "CREATE_COMPLETE") {
      await pause(pollMs);
      continue;
    }
    changes.push(...(page.Changes ?? []));
    next = page.NextToken;
    if (next === undefined) return { changes };
  }
}

/** Removes a change set, and the empty stack that waits for it where there was none before. */
export async function withdraw(
  { cloudFormation }: Target,
  { changeSetId, stackId, standing }: Omit<Proposal, "changes">,
): Promise<void> {
  await cloudFormation("DeleteChangeSet", { ChangeSetName: changeSetId });
  if (standing !== undefined) return;
  const stack = await findStack(cloudFormation, stackId);
  if (stack?.StackStatus !== "REVIEW_IN_PROGRESS") return;
  const { Summaries } = await cloudFormation("ListChangeSets", { StackName: stackId });
  if (!Summaries?.length) await cloudFormation("DeleteStack", { StackName: stackId });
}
