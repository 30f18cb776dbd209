import { updateAttributes, writingBearer } from "../attribute-update.ts";
import { operation } from "../contract.ts";

/** Writes attributes of the bearer of an access token, as far as the client may write them. */
export const updateUserAttributes = operation("UpdateUserAttributes", {
  access: "public",
  async run({ AccessToken, UserAttributes }, context) {
    const find = () => writingBearer(context, AccessToken, UserAttributes);
    return { CodeDeliveryDetailsList: await updateAttributes(context, UserAttributes, find) };
  },
});
