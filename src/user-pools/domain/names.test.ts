import { describe, expect, it } from "vitest";
import { isSub, normalise, signInNames } from "./names.ts";
import { poolSettings } from "./pool-settings.ts";
import type { PoolRecord } from "./records.ts";

const pool: PoolRecord = {
  id: "us-east-1_AbCdEf123",
  account: "000000000000",
  region: "us-east-1",
  name: "p",
  createdAt: 0,
  modifiedAt: 0,
  schema: [],
  settings: poolSettings({}),
};
const insensitive = { ...pool, caseSensitive: false };

describe("a name as it is compared", () => {
  it("keeps its case in pools that know the difference, which is the default", () => {
    expect(normalise(pool, "Ada")).toBe("Ada");
    expect(normalise({ ...pool, caseSensitive: true }, "Ada")).toBe("Ada");
    expect(normalise(insensitive, "Ada")).toBe("ada");
  });

  it("is one text, however its characters are composed", () => {
    expect(normalise(pool, "e\u0301va")).toBe("\u00e9va");
    expect(normalise(insensitive, "E\u0301VA")).toBe("\u00e9va");
  });
});

describe("sign-in names", () => {
  const attributes = {
    email: "Ada@Example.com",
    phone_number: "+15550100",
    phone_number_verified: "true",
    preferred_username: "Countess",
  };

  it("are verified addresses and the preferred username in an alias pool", () => {
    const aliasAttributes = ["email", "phone_number", "preferred_username"] as const;
    expect(signInNames({ ...insensitive, aliasAttributes }, { attributes })).toEqual([
      { attribute: "phone_number", name: "+15550100" },
      { attribute: "preferred_username", name: "countess" },
    ]);
  });

  it("are all addresses in a username-attribute pool", () => {
    const usernameAttributes = ["email", "phone_number"] as const;
    expect(signInNames({ ...pool, usernameAttributes }, { attributes })).toEqual([
      { attribute: "email", name: "Ada@Example.com" },
      { attribute: "phone_number", name: "+15550100" },
    ]);
  });

  it("are never longer than a username may be", () => {
    const aliasAttributes = ["preferred_username"] as const;
    const long = { preferred_username: "x".repeat(129) };
    expect(signInNames({ ...pool, aliasAttributes }, { attributes: long })).toEqual([]);
  });

  it("are none where usernames alone sign in", () => {
    expect(signInNames(pool, { attributes })).toEqual([]);
  });
});

describe("a sub", () => {
  it("looks like a UUID of any version", () => {
    expect(isSub("34c84488-e0e1-70ae-d2ee-991ad1a898c8")).toBe(true);
    expect(isSub("34C84488-e0e1-70ae-d2ee-991ad1a898c8")).toBe(false);
    expect(isSub("ada")).toBe(false);
  });
});
