import { describe, expect, it } from "vitest";
import type { ClientSettings } from "./records.ts";
import { checkTokenValidity, tokenValidity } from "./token-validity.ts";

describe("the validity of tokens", () => {
  it("is an hour and thirty days by default", () => {
    expect(tokenValidity({})).toEqual({
      idSeconds: 3_600,
      accessSeconds: 3_600,
      refreshSeconds: 2_592_000,
    });
  });

  it("is counted in the client's units", () => {
    const settings: ClientSettings = {
      IdTokenValidity: 1440,
      AccessTokenValidity: 300,
      RefreshTokenValidity: 12,
      TokenValidityUnits: { IdToken: "minutes", AccessToken: "seconds", RefreshToken: "hours" },
    };
    checkTokenValidity(settings);
    expect(tokenValidity(settings)).toEqual({
      idSeconds: 86_400,
      accessSeconds: 300,
      refreshSeconds: 43_200,
    });
  });

  it.each<ClientSettings>([
    { IdTokenValidity: 25 },
    { AccessTokenValidity: 299, TokenValidityUnits: { AccessToken: "seconds" } },
    { AccessTokenValidity: 2, TokenValidityUnits: { AccessToken: "days" } },
    { RefreshTokenValidity: 59, TokenValidityUnits: { RefreshToken: "minutes" } },
    { RefreshTokenValidity: 3651 },
  ])("is refused out of range: %o", (settings) => {
    expect(() => checkTokenValidity(settings)).toThrow("Invalid range for token validity.");
  });
});
