import { operation } from "../contract.ts";
import { positionOf, sealPosition } from "../paging.ts";

/** Lists the user pools of the account in the region. */
export const listUserPools = operation("ListUserPools", {
  access: "iam",
  async run({ MaxResults, NextToken }, { call, pools, pageTokens }) {
    const { tenant } = call;
    const list = `ListUserPools/${tenant.account}/${tenant.region}`;
    const after = positionOf(pageTokens, NextToken, list);
    const page = await pools.ofTenant(tenant, MaxResults, after);
    return {
      UserPools: page.items.map(({ value }) => ({
        Id: value.id,
        Name: value.name,
        LambdaConfig: value.settings.LambdaConfig,
        LastModifiedDate: new Date(value.modifiedAt),
        CreationDate: new Date(value.createdAt),
      })),
      NextToken: sealPosition(pageTokens, page.next, list),
    };
  },
});
