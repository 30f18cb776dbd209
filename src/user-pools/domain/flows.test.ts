import type { ExplicitAuthFlowsType } from "@aws-sdk/client-cognito-identity-provider";
import { describe, expect, it } from "vitest";
import { enabledFlows } from "./flows.ts";

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
});
