import { operation } from "../contract.ts";
import { notSupported } from "../domain/faults.ts";
import { poolOf } from "../lookup.ts";
import { positionOf, sealPosition } from "../paging.ts";

/** Lists the app clients of a user pool by id and name. */
export const listUserPoolClients = operation("ListUserPoolClients", {
  access: "iam",
  async run({ UserPoolId, MaxResults = 60, NextToken, ClientType }, context) {
    if (ClientType !== undefined) throw notSupported("ClientType", ClientType);
    const { value: pool } = await poolOf(context, UserPoolId);
    const { clients, pageTokens } = context;
    const list = `ListUserPoolClients/${pool.id}`;
    const after = positionOf(pageTokens, NextToken, list);
    const page = await clients.ofPool(pool.id, MaxResults, after);
    return {
      UserPoolClients: page.items.map(({ value }) => ({
        ClientId: value.id,
        UserPoolId: value.poolId,
        ClientName: value.name,
      })),
      NextToken: sealPosition(pageTokens, page.next, list),
    };
  },
});
