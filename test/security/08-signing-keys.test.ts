import { stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesIn } from "../fixtures/files.ts";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { createPoolWithUser, signIn } from "../fixtures/users.ts";
import { getJson } from "../fixtures/wire.ts";

describe("pitfall 8: each pool signs with keys of its own, sealed at rest", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let pools: { poolId: string; clientId: string }[];

  beforeAll(async () => {
    server = await temporaryServer();
    const { idp } = clientsOf(server.url);
    pools = [await createPoolWithUser(idp), await createPoolWithUser(idp)];
  });
  afterAll(() => server.close());

  const keysOf = async (poolId = ""): Promise<{ kid: string; n: string }[]> =>
    (await getJson(`${server.url}/${poolId}/.well-known/jwks.json`)).keys;

  it("no two pools share a key, and no pool uses one key twice", async () => {
    const keys = (await Promise.all(pools.map(({ poolId }) => keysOf(poolId)))).flat();
    expect(keys).toHaveLength(4);
    expect(new Set(keys.map((key) => key.n)).size).toBe(4);
    expect(new Set(keys.map((key) => key.kid)).size).toBe(4);
  });

  it("a key set holds no private part", async () => {
    for (const key of await keysOf(pools[0]?.poolId)) {
      expect(Object.keys(key).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
    }
  });

  it("the data folder holds no private key in the clear but the local authority's", async () => {
    const { idp } = clientsOf(server.url);
    await signIn(idp, pools[0]?.poolId ?? "", pools[0]?.clientId ?? "");
    const files = [...(await filesIn(server.dataDir))];
    // The authority signs certificates, never tokens.
    for (const [file, content] of files.filter(([name]) => !name.endsWith("authority.pem"))) {
      expect(content, file).not.toMatch(/PRIVATE KEY|"d":"|"qi":/);
    }
  });

  it.each(["master.key", "authority.pem"])("%s can be read by its owner only", async (file) => {
    const { mode } = await stat(join(server.dataDir, file));
    expect(mode & 0o777).toBe(0o600);
  });
});
