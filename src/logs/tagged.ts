import type { Tags } from "../foundation/tags.ts";
import { fault, invalid, type LogsContext } from "./contract.ts";
import { nameIn, noSuchGroup } from "./groups.ts";
import type { LogGroup } from "./log-files.ts";

const tagsMax = 50;

/** The group that an operation on tags names: by its ARN only, which here may end in `:*`. */
export function taggedGroup(resourceArn: string, { tenant }: LogsContext): LogGroup {
  if (!resourceArn.startsWith("arn:")) {
    throw invalid("Invalid resource ARN.", {
      reason: {
        check: "resourceArn",
        expected: "arn:aws:logs:REGION:ACCOUNT:log-group:NAME",
        received: resourceArn,
        change: "send the logGroupArn that DescribeLogGroups answers",
      },
    });
  }
  const name = nameIn(resourceArn, tenant);
  if (name === undefined) throw noSuchGroup(resourceArn, { tenant });
  return { tenant, name };
}

/**
 * Gives a group other tags.
 * @throws Fault ResourceNotFoundException, TooManyTagsException
 */
export async function changeTags(
  resourceArn: string,
  context: LogsContext,
  change: (tags: Tags) => Tags,
): Promise<void> {
  const group = taggedGroup(resourceArn, context);
  const isThere = await context.logs.change(group, (settings) => {
    const tags = change(settings.tags ?? {});
    if (Object.keys(tags).length <= tagsMax) return { ...settings, tags };
    throw fault("TooManyTagsException", `A log group can have ${tagsMax} tags at most.`);
  });
  if (!isThere) throw noSuchGroup(group.name, context);
}
