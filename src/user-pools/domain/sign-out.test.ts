import { describe, expect, it } from "vitest";
import type { UserRecord } from "./records.ts";
import { signedOutEverywhere } from "./sign-out.ts";

const user: UserRecord = {
  poolId: "us-east-1_pool",
  username: "ada",
  name: "ada",
  foldsCase: false,
  sub: "sub",
  status: "CONFIRMED",
  enabled: true,
  createdAt: 0,
  modifiedAt: 0,
  attributes: {},
};

describe("signedOutEverywhere", () => {
  it("leaves no sign-in of this second", () => {
    expect(signedOutEverywhere(user, 100).tokensValidFrom).toBe(101);
  });

  it("ends a sign-in that followed another sign-out in the same second", () => {
    const once = signedOutEverywhere(user, 100);
    expect(signedOutEverywhere(once, 100).tokensValidFrom).toBe(102);
    expect(signedOutEverywhere(once, 90).tokensValidFrom).toBe(102);
  });
});
