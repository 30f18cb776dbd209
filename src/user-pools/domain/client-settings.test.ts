import { describe, expect, it } from "vitest";
import { clientSettings } from "./client-settings.ts";
import { poolSettings } from "./pool-settings.ts";
import type { ClientSettings, PoolRecord } from "./records.ts";
import { buildSchema } from "./schema.ts";

const pool: PoolRecord = {
  id: "us-east-1_AbCdEf123",
  account: "000000000000",
  region: "us-east-1",
  name: "p",
  createdAt: 0,
  modifiedAt: 0,
  schema: buildSchema([{ Name: "email", Required: true }]),
  settings: poolSettings({}),
};

const rotating: ClientSettings = { RefreshTokenRotation: { Feature: "ENABLED" } };
const oauth: ClientSettings = {
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ["code"],
  AllowedOAuthScopes: ["openid"],
  CallbackURLs: ["https://example.com/callback"],
};

describe("the settings of an app client", () => {
  it("have AWS's defaults", () => {
    expect(clientSettings({}, pool, false)).toEqual({
      RefreshTokenValidity: 30,
      TokenValidityUnits: {},
      AllowedOAuthFlowsUserPoolClient: false,
      EnableTokenRevocation: true,
      EnablePropagateAdditionalUserContextData: false,
      AuthSessionValidity: 3,
    });
    expect(clientSettings({ RefreshTokenValidity: 0 }, pool, false).RefreshTokenValidity).toBe(30);
  });

  it.each<ClientSettings>([
    oauth,
    { ...oauth, CallbackURLs: ["http://localhost:8001/callback/", "http://127.0.0.1", "myapp://"] },
    { ...oauth, DefaultRedirectURI: "https://example.com/callback" },
    { SupportedIdentityProviders: ["COGNITO"] },
    { ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
    { ExplicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] },
    { ReadAttributes: ["email"], WriteAttributes: ["email", "name"] },
    { RefreshTokenRotation: { Feature: "DISABLED" } },
    rotating,
    { ...rotating, ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] },
  ])("can be %o", (input) => {
    expect(clientSettings(input, pool, false)).toMatchObject(input);
  });

  it.each<[string, ClientSettings]>([
    [
      "AllowedOAuthFlows and AllowedOAuthScopes are required",
      { AllowedOAuthFlowsUserPoolClient: true },
    ],
    [
      "client_credentials flow can not be selected along with code flow or implicit flow.",
      { ...oauth, AllowedOAuthFlows: ["code", "client_credentials"] },
    ],
    ["does not have a client secret", { ...oauth, AllowedOAuthFlows: ["client_credentials"] }],
    ["CallbackURLs are required", { ...oauth, CallbackURLs: [] }],
    ["Invalid scope requested: pets", { ...oauth, AllowedOAuthScopes: ["openid", "pets"] }],
    ["cannot use the following URL: http://example.com", urls("http://example.com")],
    ["cannot use the following URL", urls("https://example.com/#part")],
    ["cannot use the following URL", urls("/callback")],
    ["cannot use the following URL", urls("javascript:alert(1)")],
    ["cannot use the following URL", urls("http://localhost.example.com")],
    ["DefaultRedirectURI", { ...oauth, DefaultRedirectURI: "https://example.com/" }],
    ["The provider Google does not exist", { SupportedIdentityProviders: ["Google"] }],
    ["ExplicitAuthFlows", { ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ADMIN_NO_SRP_AUTH"] }],
    ["Invalid read attributes", { ReadAttributes: ["custom:none"] }],
    ["Invalid write attributes", { WriteAttributes: ["email", "custom:none"] }],
    ["Invalid write attributes", { WriteAttributes: ["name"] }],
    ["ALLOW_REFRESH_TOKEN_AUTH", { ...rotating, ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] }],
    ["AnalyticsConfiguration", { AnalyticsConfiguration: {} }],
    ["needs a client secret", { EnablePropagateAdditionalUserContextData: true }],
    ["Invalid range for token validity.", { IdTokenValidity: 48 }],
  ])("are refused: %s", (message, input) => {
    expect(() => clientSettings(input, pool, false)).toThrow(message);
  });
});

function urls(url: string): ClientSettings {
  return { ...oauth, CallbackURLs: [url] };
}
