import { removalOf, updateAttributes } from "../attribute-update.ts";
import { operation } from "../contract.ts";
import { poolOf, userOf } from "../lookup.ts";

/** Takes attributes of a user away, but for those that the pool requires. */
export const adminDeleteUserAttributes = operation("AdminDeleteUserAttributes", {
  access: "iam",
  async run({ UserPoolId, Username, UserAttributeNames }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    const read = () => userOf(context, pool, Username);
    await updateAttributes(context, pool, read, removalOf(UserAttributeNames));
    return {};
  },
});
