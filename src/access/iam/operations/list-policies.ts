import { operation } from "../contract.ts";
import { itemsDefault, openMarker } from "../pages.ts";
import { describePolicy } from "../policies.ts";

/** Lists the account's policies by path and name; AWS's own are not listed. */
export const listPolicies = operation("ListPolicies", {
  access: "iam",
  async run({ Scope, OnlyAttached, PathPrefix: pathPrefix = "/", Marker, MaxItems }, context) {
    if (Scope === "AWS") return { Policies: [], IsTruncated: false };
    const { account, policies, pageTokens } = context;
    const list = `iam/policies/${account}${pathPrefix}`;
    const limit = MaxItems ?? itemsDefault;
    const after = Marker === undefined ? {} : { after: openMarker(pageTokens, Marker, list) };
    const { items, next } = await policies.page({ account, pathPrefix, limit, ...after });
    const described = await Promise.all(items.map(({ value }) => describePolicy(value, context)));
    return {
      Policies: described.filter((policy) => !OnlyAttached || policy.AttachmentCount > 0),
      IsTruncated: next !== undefined,
      ...(next === undefined ? {} : { Marker: pageTokens.seal(next, list) }),
    };
  },
});
