import {
  AdminAddUserToGroupCommand,
  AdminDeleteUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  CreateGroupCommand,
  DeleteGroupCommand,
  InitiateAuthCommand,
  ListUsersInGroupCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  changeUser,
  newClient,
  newPool,
  newUser,
  tokensOf,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

let server: UserPoolsServer;
let UserPoolId: string;

beforeAll(async () => {
  server = await userPoolsServer();
});
afterAll(() => server.close());

/** Each test has a pool with the users ada and bob. */
beforeEach(async () => {
  UserPoolId = await newPool(server.idp);
  for (const name of ["ada", "bob"]) await newUser(server.idp, UserPoolId, name);
});

const create = (GroupName: string, Precedence?: number, role?: string) =>
  server.idp.send(
    new CreateGroupCommand({
      UserPoolId,
      GroupName,
      Precedence,
      RoleArn: role && `arn:aws:iam::123456789012:role/${role}`,
    }),
  );
const deleteGroup = (GroupName: string) =>
  server.idp.send(new DeleteGroupCommand({ UserPoolId, GroupName }));
const add = (Username: string, GroupName: string) =>
  server.idp.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }));
const remove = (Username: string, GroupName: string) =>
  server.idp.send(new AdminRemoveUserFromGroupCommand({ UserPoolId, Username, GroupName }));

async function groupsOf(Username: string) {
  const command = new AdminListGroupsForUserCommand({ UserPoolId, Username });
  return (await server.idp.send(command)).Groups?.map(({ GroupName }) => GroupName);
}

async function membersOf(GroupName: string) {
  const command = new ListUsersInGroupCommand({ UserPoolId, GroupName });
  return (await server.idp.send(command)).Users?.map(({ Username }) => Username);
}

const noGroup = { name: "ResourceNotFoundException", message: "Group not found." };
const noUser = { name: "UserNotFoundException", message: "User does not exist." };

describe("members of a group", () => {
  it("are those who were put in and not taken out, however often", async () => {
    await create("admins");
    await add("bob", "admins");
    for (const name of ["ada", "ada"]) await add(name, "admins");
    expect(await membersOf("admins")).toEqual(["ada", "bob"]);
    expect(await groupsOf("ada")).toEqual(["admins"]);
    for (const name of ["ada", "ada"]) await remove(name, "admins");
    expect(await membersOf("admins")).toEqual(["bob"]);
    expect(await groupsOf("ada")).toEqual([]);
  });

  it("lose it at once when it is deleted, and are in no new one of that name", async () => {
    await create("admins");
    await create("others");
    await add("ada", "admins");
    await add("ada", "others");
    await deleteGroup("admins");
    expect(await groupsOf("ada")).toEqual(["others"]);
    await create("admins");
    expect(await groupsOf("ada")).toEqual(["others"]);
    expect(await membersOf("admins")).toEqual([]);
    await add("ada", "admins");
    expect(await groupsOf("ada")).toEqual(["admins", "others"]);
  });

  it("are members no more when they are deleted, nor is who gets their name", async () => {
    await create("admins");
    await add("ada", "admins");
    await server.idp.send(new AdminDeleteUserCommand({ UserPoolId, Username: "ada" }));
    expect(await membersOf("admins")).toEqual([]);
    await newUser(server.idp, UserPoolId, "ada");
    expect(await membersOf("admins")).toEqual([]);
    expect(await groupsOf("ada")).toEqual([]);
  });

  it("keep all of many memberships that are written at once", async () => {
    const names = ["a", "b", "c", "d", "e"];
    for (const name of names) await create(name);
    await Promise.all(names.map((name) => add("ada", name)));
    expect(await groupsOf("ada")).toEqual(names);
    for (const name of names) expect(await membersOf(name)).toEqual(["ada"]);
  });

  it("have to be there, as the group has", async () => {
    await create("admins");
    for (const change of [add, remove]) {
      await expect(change("nobody", "admins")).rejects.toMatchObject(noUser);
      await expect(change("ada", "none")).rejects.toMatchObject(noGroup);
    }
    await expect(groupsOf("nobody")).rejects.toMatchObject(noUser);
    await expect(membersOf("none")).rejects.toMatchObject(noGroup);
  });

  it("are in 100 groups at most, of those that are there", async () => {
    const names = Array.from({ length: 101 }, (_, index) => `group-${index}`);
    await Promise.all(names.map((name) => create(name)));
    for (const name of names.slice(0, 100)) await add("ada", name);
    await expect(add("ada", "group-100")).rejects.toMatchObject({
      name: "InvalidParameterException",
    });
    expect(server.lastReason()?.check).toBe("groups of the user");
    await deleteGroup("group-0");
    await add("ada", "group-100");
    expect(await groupsOf("ada")).toHaveLength(60);
  });
});

describe("lists of memberships", () => {
  it("come in pages", async () => {
    for (const name of ["a", "b", "c"]) await create(name);
    for (const name of ["c", "a", "b"]) await add("ada", name);
    await add("bob", "a");
    const groups = (NextToken?: string) =>
      server.idp.send(
        new AdminListGroupsForUserCommand({ UserPoolId, Username: "ada", Limit: 2, NextToken }),
      );
    const first = await groups();
    expect(first.Groups?.map(({ GroupName }) => GroupName)).toEqual(["a", "b"]);
    const second = await groups(first.NextToken);
    expect(second.Groups?.map(({ GroupName }) => GroupName)).toEqual(["c"]);
    expect(second.NextToken).toBeUndefined();
    const users = (NextToken?: string) =>
      server.idp.send(
        new ListUsersInGroupCommand({ UserPoolId, GroupName: "a", Limit: 1, NextToken }),
      );
    const one = await users();
    expect(one.Users).toMatchObject([{ Username: "ada", UserStatus: "CONFIRMED", Enabled: true }]);
    const other = await users(one.NextToken);
    expect(other.Users).toMatchObject([{ Username: "bob" }]);
    await expect(users(first.NextToken)).rejects.toThrow("Invalid pagination token given.");
    await expect(groups(one.NextToken)).rejects.toThrow("Invalid pagination token given.");
  });
});

describe("groups in tokens", () => {
  it("come by precedence with sign-in and refresh, and change with the next refresh", async () => {
    const { ClientId } = await newClient(server.idp, UserPoolId);
    const before = await tokensOf(server.idp, ClientId, "ada");
    expect(decodeJwt(before.id)).not.toHaveProperty("cognito:groups");
    expect(decodeJwt(before.access)).not.toHaveProperty("cognito:groups");
    await create("readers");
    await create("writers", 5, "writer");
    await create("admins", 0, "admin");
    for (const name of ["readers", "writers", "admins"]) await add("ada", name);
    const refresh = async () => {
      const AuthParameters = { REFRESH_TOKEN: before.refresh };
      const AuthFlow = "REFRESH_TOKEN_AUTH";
      const { AuthenticationResult } = await server.idp.send(
        new InitiateAuthCommand({ ClientId, AuthFlow, AuthParameters }),
      );
      const { IdToken = "", AccessToken = "" } = AuthenticationResult ?? {};
      return { id: decodeJwt(IdToken), access: decodeJwt(AccessToken) };
    };
    const names = ["admins", "writers", "readers"];
    const roleArn = (role: string) => `arn:aws:iam::123456789012:role/${role}`;
    const signedIn = await tokensOf(server.idp, ClientId, "ada");
    for (const id of [(await refresh()).id, decodeJwt(signedIn.id)]) {
      expect(id).toMatchObject({
        "cognito:groups": names,
        "cognito:roles": [roleArn("admin"), roleArn("writer")],
        "cognito:preferred_role": roleArn("admin"),
      });
    }
    const { access } = await refresh();
    expect(access["cognito:groups"]).toEqual(names);
    expect(access).not.toHaveProperty("cognito:roles");
    await deleteGroup("admins");
    await remove("ada", "writers");
    const after = await refresh();
    expect(after.id).toMatchObject({ "cognito:groups": ["readers"] });
    expect(after.id).not.toHaveProperty("cognito:roles");
    await changeUser(server, UserPoolId, "ada", { groups: [{ name: "readers", id: "another" }] });
    expect((await refresh()).access).not.toHaveProperty("cognito:groups");
  });
});
