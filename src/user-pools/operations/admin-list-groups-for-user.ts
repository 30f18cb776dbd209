import { operation } from "../contract.ts";
import { describeGroup } from "../domain/group.ts";
import { poolOf, userOf } from "../lookup.ts";
import { pageMax, positionOf, sealPosition } from "../paging.ts";

/** Lists the groups that a user is in. */
export const adminListGroupsForUser = operation("AdminListGroupsForUser", {
  access: "iam",
  async run({ UserPoolId, Username, Limit, NextToken }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    const { value: user } = await userOf(context, pool, Username);
    const { groups, pageTokens } = context;
    const list = `AdminListGroupsForUser/${pool.id}/${user.sub}`;
    // There are few enough of them to be read at once; a page ends with a name.
    const last = positionOf(pageTokens, NextToken, list) ?? "";
    const all = (await groups.ofUser(user)).toSorted((one, other) =>
      one.name < other.name ? -1 : 1,
    );
    const rest = all.filter(({ name }) => name > last);
    const page = rest.slice(0, Limit || pageMax);
    const next = page.length < rest.length ? page.at(-1)?.name : undefined;
    return { Groups: page.map(describeGroup), NextToken: sealPosition(pageTokens, next, list) };
  },
});
