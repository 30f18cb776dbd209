import { DeleteUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { movableClock } from "../../test/fixtures/clock.ts";
import { newPool, type UserPoolsServer, userPoolsServer } from "../../test/fixtures/user-pools.ts";
import { secureRandom } from "../foundation/random.ts";
import { createPoolKeys } from "./pool-keys.ts";
import { createPoolStore } from "./pool-store.ts";

describe("the keys of a pool", () => {
  let server: UserPoolsServer;
  let poolId: string;

  beforeAll(async () => {
    server = await userPoolsServer();
    poolId = await newPool(server.idp);
  });
  afterAll(() => server.close());

  const clock = movableClock();
  const node = () =>
    createPoolKeys({
      pools: createPoolStore(server.records),
      secrets: server.keyring,
      clock,
      random: secureRandom,
    });

  it("are opened once, and the same for every node", async () => {
    const [one, other] = [node(), node()];
    const opened = await one.of(poolId);
    expect(await one.of(poolId)).toBe(opened);
    expect((await other.of(poolId)).idKey.kid).toBe(opened.idKey.kid);
    expect(opened.idKey.kid).not.toBe(opened.accessKey.kid);
  });

  it("reach other nodes within a minute of a rotation, or when a token asks for them", async () => {
    const [one, other, third] = [node(), node(), node()];
    const before = await other.of(poolId);
    await third.of(poolId);
    await one.rotate(poolId);
    const after = await one.of(poolId);
    expect(after.idKey.kid).not.toBe(before.idKey.kid);
    expect((await other.of(poolId)).idKey.kid).toBe(before.idKey.kid);
    clock.advance(60_000);
    expect((await other.of(poolId)).idKey.kid).toBe(after.idKey.kid);
    expect((await third.newestOf(poolId)).idKey.kid).toBe(after.idKey.kid);
    expect([...after.keySet.keys.keys()]).toContain(before.idKey.kid);
    expect(after.tokenSecrets.map(({ id }) => id)).toContain(before.tokenSecrets[0].id);
  });

  it("are those of the new pool when an id is used again", async () => {
    const id = "us-east-1_Again1";
    const create = () => newPool(server.idp, { UserPoolTags: { _custom_id_: id } });
    await create();
    const other = node();
    const before = await other.of(id);
    await server.idp.send(new DeleteUserPoolCommand({ UserPoolId: id }));
    await create();
    expect((await other.newestOf(id)).idKey.kid).not.toBe(before.idKey.kid);
    expect((await node().of(id)).idKey.kid).toBe((await other.of(id)).idKey.kid);
  });

  it("lie in storage sealed", async () => {
    const collection = { name: "user-pools/keys", key: () => [] };
    const kept = JSON.stringify(await server.records.get(collection, [poolId]));
    expect(kept).toContain("sealedPrivateKey");
    expect(kept).not.toMatch(/PRIVATE KEY|"d":/);
    const { tokenSecrets, idKey } = await node().of(poolId);
    expect(kept).not.toContain(Buffer.from(tokenSecrets[0].key).toString("base64"));
    const der = idKey.privateKey.export({ format: "der", type: "pkcs8" });
    expect(kept).not.toContain(der.toString("base64").slice(100, 140));
  });
});
