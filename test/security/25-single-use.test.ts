import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { type Nodes, nodesOn } from "../fixtures/nodes.ts";
import { createPoolWithUser } from "../fixtures/users.ts";
import { callCognito } from "../fixtures/wire.ts";

const parallel = 50;

describe.each(Object.entries(nodesOn))("pitfall 25 on %s: what is used once", (_, open) => {
  let nodes: Nodes;

  beforeAll(async () => {
    nodes = await open();
  });
  afterAll(() => nodes.close());

  it("a challenge's session: one of many answers wins", async () => {
    const { idp } = clientsOf(nodes.urlOf(0));
    const { poolId, clientId } = await createPoolWithUser(idp);
    const user = { UserPoolId: poolId, Username: "new" };
    await idp.send(new AdminCreateUserCommand({ ...user, TemporaryPassword: "Temp-1234" }));
    const { Session } = await idp.send(
      new AdminInitiateAuthCommand({
        UserPoolId: poolId,
        ClientId: clientId,
        AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
        AuthParameters: { USERNAME: "new", PASSWORD: "Temp-1234" },
      }),
    );
    const answers = await Promise.all(
      Array.from({ length: parallel }, (_, index) =>
        callCognito(nodes.urlOf(index), "AdminRespondToAuthChallenge", {
          UserPoolId: poolId,
          ClientId: clientId,
          ChallengeName: "NEW_PASSWORD_REQUIRED",
          Session,
          ChallengeResponses: { USERNAME: "new", NEW_PASSWORD: `Right-${1000 + index}` },
        }),
      ),
    );
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    const winner = answers.findIndex(({ status }) => status === 200);
    const signIn = (password: string) =>
      callCognito(nodes.urlOf(0), "AdminInitiateAuth", {
        UserPoolId: poolId,
        ClientId: clientId,
        AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
        AuthParameters: { USERNAME: "new", PASSWORD: password },
      });
    expect((await signIn(`Right-${1000 + winner}`)).status).toBe(200);
  });

  it("a user's name: one of many creators wins", async () => {
    const { idp } = clientsOf(nodes.urlOf(0));
    const { poolId } = await createPoolWithUser(idp);
    const input = { UserPoolId: poolId, Username: "twin", MessageAction: "SUPPRESS" };
    const answers = await Promise.all(
      Array.from({ length: parallel }, (_, index) =>
        callCognito(nodes.urlOf(index), "AdminCreateUser", input),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers) {
      if (status !== 200) expect(body).toMatchObject({ __type: "UsernameExistsException" });
    }
  });
});
