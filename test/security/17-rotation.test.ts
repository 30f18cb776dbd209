import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { type Nodes, nodesOn } from "../fixtures/nodes.ts";
import { createClient, createPoolWithUser, signIn } from "../fixtures/users.ts";
import { callCognito } from "../fixtures/wire.ts";

const parallel = 50;

describe.each(Object.entries(nodesOn))("pitfall 17 on %s: rotated refresh tokens", (_, open) => {
  let nodes: Nodes;

  beforeAll(async () => {
    nodes = await open();
  });
  afterAll(() => nodes.close());

  const refresh = (index: number, ClientId: string, RefreshToken: unknown) =>
    callCognito(nodes.urlOf(index), "GetTokensFromRefreshToken", { ClientId, RefreshToken });

  /** Fifty uses of one token at once, half of them on each node. */
  async function useAtOnce(RetryGracePeriodSeconds: number) {
    const { idp } = clientsOf(nodes.urlOf(0));
    const { poolId } = await createPoolWithUser(idp);
    const { ClientId } = await createClient(idp, poolId, {
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"],
      RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds },
    });
    const tokens = await signIn(idp, poolId, ClientId);
    const answers = await Promise.all(
      Array.from({ length: parallel }, (_, index) => refresh(index, ClientId, tokens.refresh)),
    );
    return { ClientId, answers };
  }

  const newTokenOf = (body: Record<string, unknown> | undefined) =>
    Object.entries(body?.AuthenticationResult ?? {}).find(([name]) => name === "RefreshToken")?.[1];

  it("one of many uses wins, the others show a theft, and the sign-in ends", async () => {
    const { ClientId, answers } = await useAtOnce(0);
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    const refusals = answers.filter(({ status }) => status !== 200).map(({ body }) => body?.__type);
    expect(refusals).toContain("RefreshTokenReuseException");
    for (const code of refusals) {
      // Whoever comes after the first of them finds the sign-in revoked.
      expect(["RefreshTokenReuseException", "NotAuthorizedException"]).toContain(code);
    }
    const next = await refresh(1, ClientId, newTokenOf(winners[0]?.body));
    expect(next.body).toMatchObject({
      __type: "NotAuthorizedException",
      message: "Refresh Token has been revoked",
    });
  });

  it("within the grace period every use is answered, and every answer goes on", async () => {
    const { ClientId, answers } = await useAtOnce(60);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const [first, last] = [answers[0], answers.at(-1)];
    for (const [index, answer] of [first, last].entries()) {
      expect((await refresh(index, ClientId, newTokenOf(answer?.body))).status).toBe(200);
    }
  });
});
