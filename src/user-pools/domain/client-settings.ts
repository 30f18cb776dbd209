import { featureUnavailable, invalidParameter, notSupported } from "./faults.ts";
import { isNewFlag, rotates } from "./flows.ts";
import { checkOAuthSettings } from "./oauth-settings.ts";
import type { ClientSettings, PoolRecord } from "./records.ts";
import { checkTokenValidity } from "./token-validity.ts";

/**
 * The settings of an app client, complete: what the input leaves out is at its default, as
 * UpdateUserPoolClient demands.
 * @throws InvalidParameterException for what contradicts itself, the pool, or this server
 */
export function clientSettings(
  input: ClientSettings,
  pool: PoolRecord,
  hasSecret: boolean,
): ClientSettings {
  const settings: ClientSettings = {
    ...input,
    // Zero stands for the default.
    RefreshTokenValidity: input.RefreshTokenValidity || 30,
    TokenValidityUnits: input.TokenValidityUnits ?? {},
    AllowedOAuthFlowsUserPoolClient: input.AllowedOAuthFlowsUserPoolClient ?? false,
    EnableTokenRevocation: input.EnableTokenRevocation ?? true,
    EnablePropagateAdditionalUserContextData:
      input.EnablePropagateAdditionalUserContextData ?? false,
    AuthSessionValidity: input.AuthSessionValidity ?? 3,
  };
  refuseUnsupported(settings);
  checkTokenValidity(settings);
  checkAuthFlows(settings);
  checkRotation(settings, pool);
  checkAttributeLists(settings, pool);
  checkProviders(settings, pool);
  checkOAuthSettings(settings, hasSecret);
  if (settings.EnablePropagateAdditionalUserContextData && !hasSecret) {
    throw invalidParameter("EnablePropagateAdditionalUserContextData needs a client secret.");
  }
  return settings;
}

function refuseUnsupported({ AnalyticsConfiguration }: ClientSettings): void {
  if (AnalyticsConfiguration !== undefined) {
    throw notSupported("AnalyticsConfiguration", JSON.stringify(AnalyticsConfiguration));
  }
}

function checkAuthFlows({ ExplicitAuthFlows = [] }: ClientSettings): void {
  const legacy = ExplicitAuthFlows.find((flag) => !isNewFlag(flag));
  if (legacy !== undefined && ExplicitAuthFlows.some(isNewFlag)) {
    throw invalidParameter(
      `ExplicitAuthFlows: ${legacy} can not be used together with values that begin with ALLOW_.`,
    );
  }
}

function checkRotation(settings: ClientSettings, pool: PoolRecord): void {
  if (!rotates(settings)) return;
  const { UserPoolTier } = pool.settings;
  if (UserPoolTier === "LITE") throw featureUnavailable("Refresh Token Rotation", UserPoolTier);
  if (!settings.ExplicitAuthFlows?.includes("ALLOW_REFRESH_TOKEN_AUTH")) return;
  throw invalidParameter(
    "ALLOW_REFRESH_TOKEN_AUTH can not be used together with refresh token rotation.",
    {
      check: "RefreshTokenRotation",
      expected: "ExplicitAuthFlows without ALLOW_REFRESH_TOKEN_AUTH",
      received: "rotation that is enabled, with ALLOW_REFRESH_TOKEN_AUTH",
      change: "Leave the flow out; applications then refresh by GetTokensFromRefreshToken.",
    },
  );
}

function checkAttributeLists(settings: ClientSettings, pool: PoolRecord): void {
  const { ReadAttributes = [], WriteAttributes } = settings;
  const isKnown = (name: string) => pool.schema.some((attribute) => attribute.Name === name);
  if (!ReadAttributes.every(isKnown)) {
    throw invalidParameter("Invalid read attributes specified while creating a client");
  }
  const required = pool.schema
    .filter(({ Name, Required }) => Required && Name !== "sub")
    .map(({ Name = "" }) => Name);
  const isUsable = (names: readonly string[]) =>
    names.every(isKnown) && required.every((name) => names.includes(name));
  if (WriteAttributes && !isUsable(WriteAttributes)) {
    throw invalidParameter("Invalid write attributes specified while creating a client", {
      check: "WriteAttributes",
      expected: `attributes of the pool, among them ${required.join(", ") || "none in particular"}`,
      received: WriteAttributes.join(", "),
      change: "Name only attributes that the pool has, and all that it requires.",
    });
  }
}

function checkProviders(
  { SupportedIdentityProviders = [] }: ClientSettings,
  { id }: PoolRecord,
): void {
  const unknown = SupportedIdentityProviders.find((name) => name !== "COGNITO");
  if (unknown !== undefined) {
    throw invalidParameter(`The provider ${unknown} does not exist for User Pool ${id}.`);
  }
}
