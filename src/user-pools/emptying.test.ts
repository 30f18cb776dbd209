import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  CreateGroupCommand,
  DescribeUserPoolClientCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newClient,
  newPool,
  type UserPoolsServer,
  userPoolsServer,
} from "../../test/fixtures/user-pools.ts";
import { createLog } from "../foundation/log.ts";
import { createClientStore } from "./client-store.ts";
import { createEmptying } from "./emptying.ts";
import { createGroupStore } from "./group-store.ts";
import { addMember } from "./member-store.ts";
import { createPoolStore } from "./pool-store.ts";
import { createUserStore } from "./user-store.ts";

describe("what deleted pools and groups left", () => {
  let server: UserPoolsServer;

  beforeAll(async () => {
    server = await userPoolsServer();
  });
  afterAll(() => server.close());

  /** Deletes a group as a server does that ends before it could do more. */
  async function removeGroup(poolId: string, name: string): Promise<void> {
    const groups = createGroupStore(server.records);
    const group = await groups.byName(poolId, name);
    if (group) await groups.remove(group);
  }

  /** A pool that was deleted by a server which ended before it could do more. */
  async function deletedPool(): Promise<string> {
    const id = await newPool(server.idp, { UsernameAttributes: ["email"] });
    await newClient(server.idp, id);
    for (const name of ["ada", "bob"]) {
      const user = { UserPoolId: id, Username: `${name}@example.com` };
      await server.idp.send(new AdminCreateUserCommand(user));
    }
    for (const GroupName of ["kept", "deleted"]) {
      const group = { UserPoolId: id, GroupName };
      await server.idp.send(new CreateGroupCommand(group));
      const member = { ...group, Username: "ada@example.com" };
      await server.idp.send(new AdminAddUserToGroupCommand(member));
    }
    await removeGroup(id, "deleted");
    const pools = createPoolStore(server.records);
    const pool = await pools.byId(id);
    if (pool) await pools.remove(pool);
    return id;
  }

  /** What a server that starts now works with. */
  function nextStart() {
    const { records } = server;
    return createEmptying({
      pools: createPoolStore(records),
      clients: createClientStore(records),
      users: createUserStore(records),
      groups: createGroupStore(records),
      log: createLog("silent"),
    });
  }

  /** Records of this kind that there are of a pool. */
  async function kept(name: string, poolId: string) {
    const collection = { name: `user-pools/${name}`, key: () => [] };
    return (await server.records.list(collection, { prefix: [poolId], limit: 1000 })).items;
  }

  it("is removed from storage at the next start, and nothing of other pools", async () => {
    const other = await newPool(server.idp);
    const { ClientId } = await newClient(server.idp, other);
    const id = await deletedPool();
    const { records } = server;
    const emptying = nextStart();
    await emptying.resume();
    await emptying.empty(id);
    for (const name of [
      ...["users", "sign-in-names", "keys", "removals"],
      ...["groups", "group-members", "group-removals"],
    ]) {
      expect(await kept(name, id), name).toEqual([]);
    }
    expect(await createUserStore(records).count(id)).toBe(0);
    expect(await createGroupStore(records).count(id)).toBe(0);
    expect((await createClientStore(records).ofPool(id, 10)).items).toEqual([]);
    const client = { UserPoolId: other, ClientId };
    await server.idp.send(new DescribeUserPoolClientCommand(client));
  });

  it("is the list of members of a group, which goes in pages, and alone", async () => {
    const id = await newPool(server.idp);
    for (const GroupName of ["staying", "going"]) {
      await server.idp.send(new CreateGroupCommand({ UserPoolId: id, GroupName }));
    }
    const going = await createGroupStore(server.records).byName(id, "going");
    const names = Array.from({ length: 450 }, (_, index) => `user-${index}`);
    const members = names.map((name) => ({ poolId: id, name }));
    const group = { name: "going", id: going?.value.id ?? "" };
    await server.records.commit(members.map((member) => addMember(member, group)));
    const ada = { UserPoolId: id, Username: "ada" };
    await server.idp.send(new AdminCreateUserCommand(ada));
    await server.idp.send(new AdminAddUserToGroupCommand({ ...ada, GroupName: "staying" }));
    await removeGroup(id, "going");
    const emptying = nextStart();
    await emptying.resume();
    await emptying.emptyGroup(id, group.id);
    expect(await kept("group-removals", id)).toEqual([]);
    expect(await kept("group-members", id)).toMatchObject([{ value: { userName: "ada" } }]);
    expect(await kept("users", id)).toHaveLength(1);
  });
});
