import { operation } from "../contract.ts";
import { attributeList } from "../domain/attributes.ts";
import { describeProfile } from "../domain/describe.ts";
import { poolOf, userOf } from "../lookup.ts";

/** Returns a user's profile with all attributes, whatever their status. */
export const adminGetUser = operation("AdminGetUser", {
  access: "iam",
  async run({ UserPoolId, Username }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    const { value: user } = await userOf(context, pool, Username);
    return { ...describeProfile(user), UserAttributes: attributeList(user) };
  },
});
