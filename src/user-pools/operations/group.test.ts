import {
  CreateGroupCommand,
  type CreateGroupCommandInput,
  DeleteGroupCommand,
  GetGroupCommand,
  ListGroupsCommand,
  UpdateGroupCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newPool,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

let server: UserPoolsServer;
let UserPoolId: string;

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
});
afterAll(() => server.close());

const create = (GroupName: string, more: Partial<CreateGroupCommandInput> = {}) =>
  server.idp.send(new CreateGroupCommand({ UserPoolId, GroupName, ...more }));
const get = (GroupName: string) => server.idp.send(new GetGroupCommand({ UserPoolId, GroupName }));
const remove = (GroupName: string) =>
  server.idp.send(new DeleteGroupCommand({ UserPoolId, GroupName }));

const full = {
  Description: "who may",
  RoleArn: "arn:aws:iam::123456789012:role/admins",
  Precedence: 0,
};
const notFound = { name: "ResourceNotFoundException", message: "Group not found." };

describe("a group", () => {
  it("is answered as it was created, and no more", async () => {
    const { Group } = await create("full", full);
    expect(Group).toEqual({
      GroupName: "full",
      UserPoolId,
      ...full,
      CreationDate: expect.any(Date),
      LastModifiedDate: expect.any(Date),
    });
    expect((await get("full")).Group).toEqual(Group);
    const { Group: bare } = await create("bare");
    expect(Object.keys(bare ?? {}).toSorted()).toEqual([
      "CreationDate",
      "GroupName",
      "LastModifiedDate",
      "UserPoolId",
    ]);
  });

  it("is there once under its name", async () => {
    await create("once");
    await expect(create("once")).rejects.toMatchObject({
      name: "GroupExistsException",
      message: "A group with the name already exists.",
    });
  });

  it("is changed in what is given alone", async () => {
    await create("changing", full);
    server.clock.advance(1_000);
    const update = { UserPoolId, GroupName: "changing", Precedence: 7 };
    const { Group } = await server.idp.send(new UpdateGroupCommand(update));
    expect(Group).toMatchObject({ ...full, Precedence: 7 });
    expect(Number(Group?.LastModifiedDate)).toBeGreaterThan(Number(Group?.CreationDate));
    expect((await get("changing")).Group).toEqual(Group);
  });

  it("is one of 10,000 in a pool at most", async () => {
    const pool = await newPool(server.idp);
    await create("first", { UserPoolId: pool });
    const key = [pool];
    const count = { kind: "add", collection: "user-pools/group-counts", key } as const;
    await server.records.commit([{ ...count, amount: 9_999 }]);
    const another = () => create("another", { UserPoolId: pool });
    await expect(another()).rejects.toMatchObject({ name: "LimitExceededException" });
    expect(server.lastReason()?.expected).toContain("10000");
    await server.idp.send(new DeleteGroupCommand({ UserPoolId: pool, GroupName: "first" }));
    await another();
  });

  it("is gone when it is deleted, and its name is free", async () => {
    await create("brief", full);
    await remove("brief");
    for (const attempt of [get("brief"), remove("brief")]) {
      await expect(attempt).rejects.toMatchObject(notFound);
    }
    expect((await create("brief")).Group?.Description).toBeUndefined();
  });

  it("is refused by name where there is none", async () => {
    const update = new UpdateGroupCommand({ UserPoolId, GroupName: "none" });
    for (const attempt of [get("none"), remove("none"), server.idp.send(update)]) {
      await expect(attempt).rejects.toMatchObject(notFound);
    }
    expect(server.lastReason()?.received).toBe("none");
    const other = await newPool(server.idp);
    const elsewhere = new GetGroupCommand({ UserPoolId: other, GroupName: "full" });
    await expect(server.idp.send(elsewhere)).rejects.toMatchObject(notFound);
  });

  it.each<[string, Partial<CreateGroupCommandInput>]>([
    ["precedence", { Precedence: -1 }],
    ["roleArn", { RoleArn: "not an ARN, but long enough" }],
    ["groupName", { GroupName: "with a space" }],
  ])("is refused with a wrong %s", async (member, input) => {
    await expect(create("wrong", input)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: expect.stringContaining(`'${member}'`),
    });
  });
});

describe("ListGroups", () => {
  it("answers pages in the order of names, of this pool alone", async () => {
    const pool = await newPool(server.idp);
    for (const GroupName of ["c", "a", "b"]) await create(GroupName, { UserPoolId: pool });
    const list = (Limit: number, NextToken?: string) =>
      server.idp.send(new ListGroupsCommand({ UserPoolId: pool, Limit, NextToken }));
    const first = await list(2);
    expect(first.Groups?.map(({ GroupName }) => GroupName)).toEqual(["a", "b"]);
    const second = await list(2, first.NextToken);
    expect(second.Groups?.map(({ GroupName }) => GroupName)).toEqual(["c"]);
    expect(second.NextToken).toBeUndefined();
    expect((await list(0)).Groups).toHaveLength(3);
    await expect(list(61)).rejects.toMatchObject({ name: "InvalidParameterException" });
    const foreign = new ListGroupsCommand({ UserPoolId, NextToken: first.NextToken });
    await expect(server.idp.send(foreign)).rejects.toThrow("Invalid pagination token given.");
  });
});
