import { clientSecretProblem } from "../auth/client-secret.ts";
import { refuseDisabledFlow } from "../auth/enabled-flow.ts";
import { issueTokens, type RefreshClaims, sealRefreshToken } from "../auth/issue.ts";
import { refuseDevice } from "../auth/parameters.ts";
import {
  openRefreshToken,
  refuseRevoked,
  refuseSignedOut,
  userOfRefreshToken,
} from "../auth/refresh-token.ts";
import { rotate } from "../auth/rotation.ts";
import { publicTarget, type Target } from "../auth/target.ts";
import { type Context, operation } from "../contract.ts";
import { notAuthorized } from "../domain/faults.ts";
import { rotates } from "../domain/flows.ts";

/** Gives new tokens for a refresh token; a new refresh token, too, where the client rotates. */
export const getTokensFromRefreshToken = operation("GetTokensFromRefreshToken", {
  access: "public",
  async run({ ClientId, ClientSecret, RefreshToken, DeviceKey = "" }, context) {
    const target = await publicTarget(context, ClientId);
    const problem = clientSecretProblem(context, target.client, ClientSecret);
    if (problem) {
      throw notAuthorized(`Unable to verify the secret of client ${ClientId}`, problem);
    }
    if (!rotates(target.client.settings)) refuseDisabledFlow(target, "REFRESH_TOKEN_AUTH");
    refuseDevice({ DEVICE_KEY: DeviceKey });
    const claims = await openRefreshToken(context, target, RefreshToken, "Invalid Refresh Token.");
    const user = await userOfRefreshToken(context, target, claims);
    refuseSignedOut(user, claims);
    const next = await nextToken(context, target, claims);
    const result = await issueTokens(context, target, user, claims);
    return { AuthenticationResult: { ...result, ...next } };
  },
});

async function nextToken(context: Context, target: Target, claims: RefreshClaims) {
  if (rotates(target.client.settings)) {
    const next = await rotate(context, target, claims);
    return { RefreshToken: await sealRefreshToken(context, target, next) };
  }
  await refuseRevoked(context, target, claims);
  return {};
}
