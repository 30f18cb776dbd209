import type { Parts } from "../contract.ts";
import { issueTokens } from "./issue.ts";
import {
  type AuthParameters,
  checkSecretHash,
  refuseDevice,
  requireParameter,
  requireSecretHash,
} from "./parameters.ts";
import {
  openRefreshToken,
  refuseRevoked,
  refuseSignedOut,
  userOfRefreshToken,
} from "./refresh-token.ts";
import type { Target } from "./target.ts";

/** REFRESH_TOKEN_AUTH, step by step. */
export async function refreshTokens(parts: Parts, target: Target, parameters: AuthParameters) {
  const token = requireParameter(parameters, "REFRESH_TOKEN");
  requireSecretHash(target, parameters);
  refuseDevice(parameters);
  const claims = await openRefreshToken(parts, target, token, "Invalid Refresh Token");
  const user = await userOfRefreshToken(parts, target, claims);
  checkSecretHash(parts, target, parameters, user.username);
  refuseSignedOut(user, claims);
  await refuseRevoked(parts, target, claims);
  const AuthenticationResult = await issueTokens(parts, target, user, claims);
  return { ChallengeParameters: {}, AuthenticationResult };
}
