import { describeRole } from "../answers.ts";
import { operation } from "../contract.ts";
import { itemsDefault, openMarker } from "../pages.ts";

/** Lists the account's roles by path and name, without their tags and boundaries. */
export const listRoles = operation("ListRoles", {
  access: "iam",
  async run({ PathPrefix, Marker, MaxItems }, { account, roles, pageTokens }) {
    const pathPrefix = PathPrefix ?? "/";
    const context = `iam/roles/${account}${pathPrefix}`;
    const limit = MaxItems ?? itemsDefault;
    const after = Marker === undefined ? {} : { after: openMarker(pageTokens, Marker, context) };
    const { items, next } = await roles.page({ account, pathPrefix, limit, ...after });
    return {
      Roles: items.map(({ value }) => ({
        ...describeRole(value),
        MaxSessionDuration: value.maxSessionSeconds,
      })),
      IsTruncated: next !== undefined,
      ...(next === undefined ? {} : { Marker: pageTokens.seal(next, context) }),
    };
  },
});
