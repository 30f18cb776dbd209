import { removalOf, updateAttributes, writingBearer } from "../attribute-update.ts";
import { operation } from "../contract.ts";

/** Takes attributes of the bearer of an access token away, as far as the client may write them. */
export const deleteUserAttributes = operation("DeleteUserAttributes", {
  access: "public",
  async run({ AccessToken, UserAttributeNames }, context) {
    const removal = removalOf(UserAttributeNames);
    await updateAttributes(context, removal, () => writingBearer(context, AccessToken, removal));
    return {};
  },
});
