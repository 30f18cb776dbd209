import { operation } from "../contract.ts";
import { describePool } from "../domain/describe.ts";
import { poolOf } from "../lookup.ts";

/** Returns the full configuration of a user pool. */
export const describeUserPool = operation("DescribeUserPool", {
  access: "iam",
  async run({ UserPoolId }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    return { UserPool: describePool(pool, await context.users.count(pool.id)) };
  },
});
