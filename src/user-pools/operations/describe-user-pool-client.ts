import { operation } from "../contract.ts";
import { describeClient } from "../domain/describe.ts";
import { clientOf, poolOf, secretOf } from "../lookup.ts";

/** Returns the full configuration of an app client, with its secret. */
export const describeUserPoolClient = operation("DescribeUserPoolClient", {
  access: "iam",
  async run({ UserPoolId, ClientId }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    const { value: client } = await clientOf(context, pool, ClientId);
    return { UserPoolClient: describeClient(client, secretOf(context, client)) };
  },
});
