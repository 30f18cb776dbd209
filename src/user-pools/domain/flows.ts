import type { AuthFlowType } from "@aws-sdk/client-cognito-identity-provider";
import type { ClientSettings } from "./records.ts";

/** `public` operations are called by applications, `admin` ones by signed servers. */
export type Family = "public" | "admin";

/** How a flow is carried out; `none`: known to AWS, not to this server yet. */
export type Method = "password" | "refresh" | "none";

export interface Flow {
  readonly method: Method;
  readonly families: readonly Family[];
  /** Values of ExplicitAuthFlows any of which allows it. */
  readonly flags: readonly string[];
}

const both = ["public", "admin"] as const;
const adminPassword: Flow = {
  method: "password",
  families: ["admin"],
  flags: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"],
};
const refresh: Flow = { method: "refresh", families: both, flags: ["ALLOW_REFRESH_TOKEN_AUTH"] };

/** Every flow of the API: one that is not here does not exist. */
export const flows: Readonly<Record<AuthFlowType, Flow>> = {
  USER_PASSWORD_AUTH: {
    method: "password",
    families: ["public"],
    flags: ["ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"],
  },
  ADMIN_USER_PASSWORD_AUTH: adminPassword,
  ADMIN_NO_SRP_AUTH: adminPassword,
  REFRESH_TOKEN_AUTH: refresh,
  REFRESH_TOKEN: refresh,
  USER_SRP_AUTH: { method: "none", families: both, flags: ["ALLOW_USER_SRP_AUTH"] },
  CUSTOM_AUTH: {
    method: "none",
    families: both,
    flags: ["ALLOW_CUSTOM_AUTH", "CUSTOM_AUTH_FLOW_ONLY"],
  },
  USER_AUTH: { method: "none", families: both, flags: ["ALLOW_USER_AUTH"] },
};

/** What a client without ExplicitAuthFlows may do. */
const defaultFlows = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH"];

/** Whether a refresh uses the client's refresh token up and gives a new one. */
export function rotates({ RefreshTokenRotation }: ClientSettings): boolean {
  return RefreshTokenRotation?.Feature === "ENABLED";
}

/** The flows that a client may use, as flags. Rotation takes away the refresh that is without. */
export function enabledFlows(settings: ClientSettings): readonly string[] {
  const chosen = chosenFlows(settings);
  return rotates(settings) ? chosen.filter((flag) => flag !== "ALLOW_REFRESH_TOKEN_AUTH") : chosen;
}

function chosenFlows({ ExplicitAuthFlows }: ClientSettings): readonly string[] {
  if (!ExplicitAuthFlows || ExplicitAuthFlows.length === 0) return defaultFlows;
  if (ExplicitAuthFlows.some(isNewFlag)) return ExplicitAuthFlows;
  // Clients from before the ALLOW_ values could always refresh, and use SRP unless told otherwise.
  const srp = ExplicitAuthFlows.includes("CUSTOM_AUTH_FLOW_ONLY") ? [] : ["ALLOW_USER_SRP_AUTH"];
  return [...ExplicitAuthFlows, ...srp, "ALLOW_REFRESH_TOKEN_AUTH"];
}

/** True for the values that must not be mixed with the legacy ones. */
export function isNewFlag(flag: string): boolean {
  return flag.startsWith("ALLOW_");
}
