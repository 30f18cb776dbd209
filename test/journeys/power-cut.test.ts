import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  CreateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterEach, describe, expect, it } from "vitest";
import { engines } from "../fixtures/engines.ts";
import { type RunningGatepool, startGatepool } from "../fixtures/gatepool.ts";
import { clientsOf, present } from "../fixtures/hello-stack.ts";

const users = 200;

describe.each(Object.entries(engines))("kill -9 on %s", (_, open) => {
  const cleanups: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const clean of cleanups.splice(0).reverse()) await clean();
  });

  it(`amid ${users} parallel AdminCreateUser calls loses none acknowledged`, async () => {
    const folder = await mkdtemp(join(tmpdir(), "gatepool-power-cut-"));
    cleanups.push(() => rm(folder, { recursive: true, force: true }));
    const engine = await open();
    cleanups.push(() => engine.close());
    const start = async () => {
      const gatepool = await startGatepool(["--data-dir", folder, ...engine.args]);
      cleanups.push(() => gatepool.kill());
      return gatepool;
    };
    const first = await start();
    const { UserPool } = await clientsOf(first.url).idp.send(
      new CreateUserPoolCommand({ PoolName: "pool" }),
    );
    const poolId = present(UserPool?.Id);
    const acknowledged = await createUntilKilled(first, poolId);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.length).toBeLessThan(users);

    const { idp } = clientsOf((await start()).url);
    for (const Username of acknowledged) {
      const user = await idp.send(new AdminGetUserCommand({ UserPoolId: poolId, Username }));
      expect(user.UserStatus).toBe("FORCE_CHANGE_PASSWORD");
    }
  });
});

/** Sends all calls at once and kills the server as soon as some are answered. */
async function createUntilKilled(gatepool: RunningGatepool, poolId: string): Promise<string[]> {
  const acknowledged: string[] = [];
  const { idp } = clientsOf(gatepool.url);
  const create = async (Username: string) => {
    const input = { UserPoolId: poolId, Username, MessageAction: "SUPPRESS" } as const;
    try {
      await idp.send(new AdminCreateUserCommand(input));
      acknowledged.push(Username);
      if (acknowledged.length === users / 8) gatepool.process.kill("SIGKILL");
    } catch {
      // Not acknowledged: it may be there or not.
    }
  };
  await Promise.all(Array.from({ length: users }, (_, index) => create(`user-${index}`)));
  return acknowledged;
}
