import type { TimeUnitsType } from "@aws-sdk/client-cognito-identity-provider";
import { invalidParameter } from "./faults.ts";
import type { ClientSettings } from "./records.ts";

/** How long the tokens of a client are valid, in seconds. */
export interface TokenValidity {
  readonly idSeconds: number;
  readonly accessSeconds: number;
  readonly refreshSeconds: number;
}

/** The longest that a client may let ID and access tokens live. */
const shortMaxSeconds = 86_400;

const unitSeconds: Readonly<Record<TimeUnitsType, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3_600,
  days: 86_400,
};

/** Unnamed units are hours for ID and access tokens, days for refresh tokens. */
export function tokenValidity(settings: ClientSettings): TokenValidity {
  const { TokenValidityUnits: units = {} } = settings;
  return {
    idSeconds: (settings.IdTokenValidity ?? 1) * unitSeconds[units.IdToken ?? "hours"],
    accessSeconds: (settings.AccessTokenValidity ?? 1) * unitSeconds[units.AccessToken ?? "hours"],
    refreshSeconds:
      (settings.RefreshTokenValidity ?? 30) * unitSeconds[units.RefreshToken ?? "days"],
  };
}

/** @throws InvalidParameterException unless 5 minutes to a day, and an hour to ten years */
export function checkTokenValidity(settings: ClientSettings): void {
  const { idSeconds, accessSeconds, refreshSeconds } = tokenValidity(settings);
  const isShort = (seconds: number) => seconds >= 300 && seconds <= shortMaxSeconds;
  const isLong = refreshSeconds >= 3_600 && refreshSeconds <= 3_650 * 86_400;
  if (isShort(idSeconds) && isShort(accessSeconds) && isLong) return;
  throw invalidParameter("Invalid range for token validity.", {
    check: "token validity",
    expected: "ID and access tokens 5 minutes to 1 day, refresh tokens 1 hour to 3650 days",
    received: `ID ${idSeconds} s, access ${accessSeconds} s, refresh ${refreshSeconds} s`,
    change: "Mind TokenValidityUnits: hours for ID and access, days for refresh, unless named.",
  });
}

/**
 * From when on no token of a sign-in is good any more, in milliseconds: a refresh in the last
 * second gave an access token that outlives the refresh token.
 * @param refreshExpiresAt epoch seconds
 */
export function signInEndsAt(refreshExpiresAt: number): number {
  return (refreshExpiresAt + shortMaxSeconds) * 1000;
}
