import { describe, expect, it } from "vitest";
import type { PoolRecord, PoolSettings, UserRecord } from "./records.ts";
import {
  closedRecovery,
  noVerifiedContact,
  obstacleToRecovery,
  obstacleToReset,
  pretendedContact,
  recoveryAddress,
} from "./recovery.ts";

const poolWith = (settings: PoolSettings): PoolRecord => ({
  id: "us-east-1_pool",
  account: "000000000000",
  region: "us-east-1",
  name: "pool",
  createdAt: 0,
  modifiedAt: 0,
  schema: [],
  settings,
});

const recoveredBy = (...names: ("verified_email" | "verified_phone_number" | "admin_only")[]) =>
  poolWith({
    AccountRecoverySetting: {
      RecoveryMechanisms: names.map((Name, index) => ({ Name, Priority: index + 1 })).reverse(),
    },
  });

const email = { email: "ada@example.com", email_verified: "true" };
const phone = { phone_number: "+15550001234", phone_number_verified: "true" };

const userWith = (change: Partial<UserRecord>): UserRecord => ({
  poolId: "us-east-1_pool",
  username: "ada",
  name: "ada",
  foldsCase: false,
  sub: "sub",
  status: "CONFIRMED",
  enabled: true,
  createdAt: 0,
  modifiedAt: 0,
  attributes: { ...email, ...phone },
  ...change,
});

const both = userWith({});
const unverified = userWith({ attributes: { email: "ada@example.com" } });

describe("recoveryAddress", () => {
  it.each([
    [poolWith({}), both, "phone_number"],
    [poolWith({}), userWith({ attributes: email }), "email"],
    [recoveredBy("verified_email", "verified_phone_number"), both, "email"],
    [recoveredBy("verified_phone_number", "verified_email"), both, "phone_number"],
    [
      recoveredBy("verified_email", "verified_phone_number"),
      userWith({ attributes: phone }),
      "phone_number",
    ],
    [recoveredBy("verified_email"), userWith({ attributes: phone }), undefined],
    [poolWith({}), unverified, undefined],
    [recoveredBy("admin_only"), both, undefined],
  ])("goes by the pool's priorities and what is verified (%#)", (pool, user, attribute) => {
    expect(recoveryAddress(pool, user)?.attribute).toBe(attribute);
  });
});

describe("pretendedContact", () => {
  const mailed = { ...poolWith({ AutoVerifiedAttributes: ["email"] }) };

  it.each([
    [poolWith({}), "ada@example.com", "email"],
    [poolWith({}), "+15550001234", "phone_number"],
    [poolWith({}), "ada", "email"],
    [mailed, "ada", "email"],
    [poolWith({ AutoVerifiedAttributes: ["phone_number"] }), "ada", "phone_number"],
    [recoveredBy("verified_phone_number"), "ada", "phone_number"],
    [recoveredBy("verified_phone_number"), "ada@example.com", "phone_number"],
    [recoveredBy("verified_email"), "+15550001234", "email"],
  ])("is what users of the pool are likely to have (%#)", (pool, name, contact) => {
    expect(pretendedContact(pool, name)).toBe(contact);
  });
});

describe("refusals", () => {
  it("close a pool whose administrator alone resets passwords", () => {
    const fault = closedRecovery(recoveredBy("admin_only"));
    expect(fault?.message).toBe("Contact administrator to reset password.");
    expect(closedRecovery(poolWith({}))).toBeUndefined();
  });

  it.each([
    ["CONFIRMED", true, true],
    ["RESET_REQUIRED", true, true],
    ["UNCONFIRMED", true, false],
    ["FORCE_CHANGE_PASSWORD", false, false],
    ["EXTERNAL_PROVIDER", false, false],
  ] as const)("depend on the status: %s", (status, recovers, resets) => {
    const user = userWith({ status });
    expect(obstacleToRecovery(user) === undefined).toBe(recovers);
    expect(obstacleToReset(user) === undefined).toBe(resets);
  });

  it("tell the operator what is missing", () => {
    expect(obstacleToRecovery(userWith({ enabled: false }))?.message).toBe("User is disabled.");
    const invited = obstacleToRecovery(userWith({ status: "FORCE_CHANGE_PASSWORD" }));
    expect(invited?.details.reason?.change).toContain("MessageAction RESEND");
    const fault = noVerifiedContact(recoveredBy("verified_email"), unverified);
    expect(fault.details.reason?.received).toBe("user ada, whose email nobody has verified");
    expect(fault.details.reason?.change).toContain("email_verified");
  });
});
