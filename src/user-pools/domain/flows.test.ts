import type { ExplicitAuthFlowsType } from "@aws-sdk/client-cognito-identity-provider";
import { describe, expect, it } from "vitest";
import { enabledFlows } from "./flows.ts";
import type { ClientSettings } from "./records.ts";

describe("the flows of a client", () => {
  it("are refresh, SRP and custom when it names none", () => {
    const expected = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH"];
    expect(enabledFlows({})).toEqual(expected);
    expect(enabledFlows({ ExplicitAuthFlows: [] })).toEqual(expected);
  });

  it("are no more than it names", () => {
    const ExplicitAuthFlows: ExplicitAuthFlowsType[] = ["ALLOW_USER_PASSWORD_AUTH"];
    expect(enabledFlows({ ExplicitAuthFlows })).toEqual(["ALLOW_USER_PASSWORD_AUTH"]);
  });

  it("always held refresh when they were named in the old way", () => {
    expect(enabledFlows({ ExplicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] })).toEqual([
      "ADMIN_NO_SRP_AUTH",
      "ALLOW_USER_SRP_AUTH",
      "ALLOW_REFRESH_TOKEN_AUTH",
    ]);
    expect(enabledFlows({ ExplicitAuthFlows: ["CUSTOM_AUTH_FLOW_ONLY"] })).not.toContain(
      "ALLOW_USER_SRP_AUTH",
    );
  });

  it("never have the refresh that does not rotate, where tokens are rotated", () => {
    const rotating = { RefreshTokenRotation: { Feature: "ENABLED" } } as const;
    const legacy: ClientSettings = { ExplicitAuthFlows: ["USER_PASSWORD_AUTH"] };
    for (const settings of [{}, legacy]) {
      expect(enabledFlows(settings)).toContain("ALLOW_REFRESH_TOKEN_AUTH");
      const without = enabledFlows({ ...settings, ...rotating });
      expect(without).not.toContain("ALLOW_REFRESH_TOKEN_AUTH");
      expect(without).toContain("ALLOW_USER_SRP_AUTH");
    }
  });
});
