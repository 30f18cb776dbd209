import { parseArn } from "../foundation/arn.ts";
import type { Tags } from "../foundation/tags.ts";
import type { Context } from "./contract.ts";
import { invalidParameter } from "./domain/faults.ts";
import type { PoolRecord } from "./domain/records.ts";
import { poolOf } from "./lookup.ts";
import type { Stored } from "./pool-store.ts";

const prefix = "userpool/";

/**
 * The pool that an ARN names.
 * @throws InvalidParameterException for ARNs of anything else
 */
export async function taggedPool(context: Context, text: string): Promise<Stored<PoolRecord>> {
  const arn = parseArn(text);
  const { account, region } = context.call.tenant;
  const isHere = arn?.account === account && arn.region === region;
  if (!isHere || arn.service !== "cognito-idp" || !arn.resource.startsWith(prefix)) {
    throw invalidParameter("ResourceArn is not the ARN of a user pool.", {
      check: "ResourceArn",
      expected: `arn:aws:cognito-idp:${region}:${account}:${prefix}ID`,
      received: text,
      change: "Send the Arn that DescribeUserPool answers: only user pools have tags.",
    });
  }
  return poolOf(context, arn.resource.slice(prefix.length));
}

/** Changes the tags of the pool that an ARN names. */
export async function changeTags(
  context: Context,
  arn: string,
  change: (tags: Tags) => Tags,
): Promise<void> {
  for (;;) {
    const before = await taggedPool(context, arn);
    const { settings } = before.value;
    const UserPoolTags = change(settings.UserPoolTags ?? {});
    const after = { ...before.value, settings: { ...settings, UserPoolTags } };
    if (await context.pools.replace(before, after)) return;
  }
}
