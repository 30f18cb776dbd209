import { operation } from "../contract.ts";
import { clientOf, poolOf } from "../lookup.ts";

/** Deletes an app client: its tokens are refused from now on. */
export const deleteUserPoolClient = operation("DeleteUserPoolClient", {
  access: "iam",
  async run({ UserPoolId, ClientId }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    const { value: client } = await clientOf(context, pool, ClientId);
    await context.clients.remove(client.id);
    return {};
  },
});
