import { clientSecretProblem } from "../auth/client-secret.ts";
import { refuseDisabledFlow } from "../auth/enabled-flow.ts";
import { issueTokens } from "../auth/issue.ts";
import { refuseDevice } from "../auth/parameters.ts";
import {
  openRefreshToken,
  refuseRevoked,
  refuseSignedOut,
  userOfRefreshToken,
} from "../auth/refresh-token.ts";
import { publicTarget } from "../auth/target.ts";
import { operation } from "../contract.ts";
import { notAuthorized } from "../domain/faults.ts";

/** Gives new tokens for a refresh token. */
export const getTokensFromRefreshToken = operation("GetTokensFromRefreshToken", {
  access: "public",
  async run({ ClientId, ClientSecret, RefreshToken, DeviceKey = "" }, context) {
    const target = await publicTarget(context, ClientId);
    const problem = clientSecretProblem(context, target.client, ClientSecret);
    if (problem) {
      throw notAuthorized(`Unable to verify the secret of client ${ClientId}`, problem);
    }
    refuseDisabledFlow(target, "REFRESH_TOKEN_AUTH");
    refuseDevice({ DEVICE_KEY: DeviceKey });
    const claims = await openRefreshToken(context, target, RefreshToken, "Invalid Refresh Token.");
    const user = await userOfRefreshToken(context, target, claims);
    refuseSignedOut(user, claims);
    await refuseRevoked(context, target, claims);
    return { AuthenticationResult: await issueTokens(context, target, user, claims) };
  },
});
