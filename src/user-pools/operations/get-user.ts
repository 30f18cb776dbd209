import { bearerOf } from "../auth/access-token.ts";
import { operation } from "../contract.ts";
import { attributeList, isReadable } from "../domain/attributes.ts";

/** Returns the profile of the bearer of an access token, as far as the client may read it. */
export const getUser = operation("GetUser", {
  access: "public",
  async run({ AccessToken }, context) {
    const { user: found, client } = await bearerOf(context, AccessToken);
    const user = found.value;
    return {
      Username: user.username,
      UserAttributes: attributeList(user).filter(({ Name = "" }) =>
        isReadable(client.settings, Name),
      ),
    };
  },
});
