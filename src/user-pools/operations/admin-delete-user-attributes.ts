import { namedUser, removalOf, updateAttributes } from "../attribute-update.ts";
import { operation } from "../contract.ts";

/** Takes attributes of a user away, but for those that the pool requires. */
export const adminDeleteUserAttributes = operation("AdminDeleteUserAttributes", {
  access: "iam",
  async run({ UserPoolId, Username, UserAttributeNames }, context) {
    const find = () => namedUser(context, UserPoolId, Username);
    await updateAttributes(context, removalOf(UserAttributeNames), find);
    return {};
  },
});
