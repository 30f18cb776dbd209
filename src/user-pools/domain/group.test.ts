import { describe, expect, it } from "vitest";
import { groupClaims, isMember } from "./group.ts";
import type { GroupRecord, UserRecord } from "./records.ts";

function group(name: string, precedence?: number, role?: string): GroupRecord {
  return {
    poolId: "pool",
    name,
    id: `id of ${name}`,
    ...(precedence === undefined ? {} : { precedence }),
    ...(role === undefined ? {} : { roleArn: role }),
    createdAt: 0,
    modifiedAt: 0,
  };
}

describe("what tokens say of groups", () => {
  it("is nothing for users in none", () => {
    expect(groupClaims([])).toEqual({});
  });

  it("is their names by precedence, those without one last, and by name among equals", () => {
    const groups = [group("c"), group("b", 5), group("d", 0), group("a"), group("a5", 5)];
    expect(groupClaims(groups)).toEqual({ names: ["d", "a5", "b", "a", "c"] });
  });

  it("is their roles, each once, and the one of the best group that has one", () => {
    const groups = [
      group("third", 3, "role-1"),
      group("best", 0),
      group("second", 2, "role-2"),
      group("fourth", 4, "role-2"),
    ];
    const { roles, preferredRole } = groupClaims(groups);
    expect(roles).toEqual(["role-2", "role-1"]);
    expect(preferredRole).toBe("role-2");
  });

  it.each<[string, (string | undefined)[], string | undefined]>([
    ["the same role", ["role", "role"], "role"],
    ["different roles", ["role", "other"], undefined],
    ["one role and none", ["role", undefined], "role"],
  ])("prefers, of two best groups with %s, %s: %s", (_, [one, other], preferred) => {
    for (const precedence of [1, undefined]) {
      const groups = [group("a", precedence, one), group("b", precedence, other)];
      expect(groupClaims(groups).preferredRole).toBe(preferred);
    }
  });
});

describe("a member", () => {
  it("is of one group by its id, not of a later one of the same name", () => {
    const user: UserRecord = {
      poolId: "pool",
      username: "ada",
      name: "ada",
      foldsCase: true,
      sub: "sub",
      status: "CONFIRMED",
      enabled: true,
      createdAt: 0,
      modifiedAt: 0,
      attributes: {},
      groups: [{ name: "a", id: "1" }],
    };
    expect(isMember(user, { name: "a", id: "1" })).toBe(true);
    expect(isMember(user, { name: "a", id: "2" })).toBe(false);
  });
});
