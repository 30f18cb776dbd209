import { updateAttributes } from "../attribute-update.ts";
import { operation } from "../contract.ts";
import { poolOf, userOf } from "../lookup.ts";

/** Writes any attributes of a user that are mutable, whatever a client may write. */
export const adminUpdateUserAttributes = operation("AdminUpdateUserAttributes", {
  access: "iam",
  async run({ UserPoolId, Username, UserAttributes }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    await updateAttributes(context, pool, () => userOf(context, pool, Username), UserAttributes);
    return {};
  },
});
