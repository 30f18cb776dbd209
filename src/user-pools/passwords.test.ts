import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryStorage } from "../../test/fixtures/storage.ts";
import { secureRandom } from "../foundation/random.ts";
import type { UserRecord } from "./domain/records.ts";
import { createPasswords, type Passwords } from "./passwords.ts";

const user: UserRecord = {
  poolId: "us-east-1_AbCdEf123",
  username: "ada",
  name: "ada",
  foldsCase: false,
  sub: "34c84488-e0e1-70ae-d2ee-991ad1a898c8",
  status: "CONFIRMED",
  enabled: true,
  createdAt: 0,
  modifiedAt: 0,
  attributes: {},
};

describe("what is kept of a password", () => {
  let storage: Awaited<ReturnType<typeof temporaryStorage>>;
  let passwords: Passwords;

  beforeAll(async () => {
    storage = await temporaryStorage();
    passwords = createPasswords({ secrets: storage.keyring, random: secureRandom });
  });
  afterAll(() => storage.close());

  it("knows the right one from others", () => {
    const ada = { ...user, password: passwords.make(user, "Right-1234") };
    expect(passwords.isRight(ada, "Right-1234")).toBe(true);
    for (const other of ["Right-1235", "right-1234", "", "Right-1234\u0000"]) {
      expect(passwords.isRight(ada, other)).toBe(false);
    }
  });

  it("is worth nothing beside another user", () => {
    const password = passwords.make(user, "Right-1234");
    const sub = "34c84488-e0e1-70ae-d2ee-991ad1a898c9";
    expect(() => passwords.isRight({ ...user, sub, password }, "Right-1234")).toThrow();
  });

  it("is new each time, and holds neither the password nor the verifier in the clear", () => {
    const [one, two] = [passwords.make(user, "Right-1234"), passwords.make(user, "Right-1234")];
    expect(one.salt).not.toBe(two.salt);
    expect(one.salt).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(one)).not.toContain("Right");
  });

  it("takes as long where there is none, and is never right", () => {
    const ada = { ...user, password: passwords.make(user, "Right-1234") };
    const timed = (who: UserRecord | undefined) => {
      const started = process.hrtime.bigint();
      passwords.isRight(who, "Wrong-1234");
      return Number(process.hrtime.bigint() - started);
    };
    for (const who of [undefined, user]) {
      expect(passwords.isRight(who, "Right-1234")).toBe(false);
      const pairs = Array.from({ length: 150 }, () => [timed(ada), timed(who)] as const);
      // The quickest of many is what the work costs when nothing else disturbs it.
      const known = Math.min(...pairs.map(([time]) => time));
      const unknown = Math.min(...pairs.map(([, time]) => time));
      expect(unknown / known).toBeGreaterThan(0.7);
      expect(unknown / known).toBeLessThan(1.4);
    }
  });
});
