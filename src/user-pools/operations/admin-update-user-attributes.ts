import { namedUser, updateAttributes } from "../attribute-update.ts";
import { operation } from "../contract.ts";

/** Writes any attributes of a user that are mutable, whatever a client may write. */
export const adminUpdateUserAttributes = operation("AdminUpdateUserAttributes", {
  access: "iam",
  async run({ UserPoolId, Username, UserAttributes }, context) {
    await updateAttributes(context, UserAttributes, () => namedUser(context, UserPoolId, Username));
    return {};
  },
});
