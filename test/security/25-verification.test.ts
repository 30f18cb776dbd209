import {
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  type CognitoIdentityProviderClient,
  GetUserAttributeVerificationCodeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { type Nodes, nodesOn } from "../fixtures/nodes.ts";
import { sentCode } from "../fixtures/outbox.ts";
import { attributeOf } from "../fixtures/user-pools.ts";
import { createPoolWithUser, signIn } from "../fixtures/users.ts";
import { callCognito } from "../fixtures/wire.ts";

const parallel = 50;
const AttributeName = "email";

describe.each(Object.entries(nodesOn))("pitfall 25 on %s: a code for an address", (_, open) => {
  let nodes: Nodes;
  let idp: CognitoIdentityProviderClient;

  beforeAll(async () => {
    nodes = await open();
    idp = clientsOf(nodes.urlOf(0)).idp;
  });
  afterAll(() => nodes.close());

  /** A user who was sent a code to an address of theirs, signed in. */
  async function userWithCode(address: string) {
    const { poolId, clientId } = await createPoolWithUser(idp);
    const { access } = await signIn(idp, poolId, clientId);
    await setAddress(poolId, address);
    await idp.send(
      new GetUserAttributeVerificationCodeCommand({ AccessToken: access, AttributeName }),
    );
    return { poolId, access, code: await sentCode(nodes.urlOf(0), address) };
  }

  const setAddress = (UserPoolId: string, Value: string) =>
    idp.send(
      new AdminUpdateUserAttributesCommand({
        UserPoolId,
        Username: "ada",
        UserAttributes: [{ Name: AttributeName, Value }],
      }),
    );
  const verify = (index: number, AccessToken: string, Code: string) =>
    callCognito(nodes.urlOf(index), "VerifyUserAttribute", { AccessToken, AttributeName, Code });

  it("verifies it once, whoever sends it how often", async () => {
    const { poolId, access, code } = await userWithCode("ada@example.com");
    const indexes = Array.from({ length: parallel }, (_, index) => index);
    const answers = await Promise.all(indexes.map((index) => verify(index, access, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers) {
      if (status !== 200) expect(body).toMatchObject({ __type: "ExpiredCodeException" });
    }
    const get = new AdminGetUserCommand({ UserPoolId: poolId, Username: "ada" });
    const { UserAttributes } = await idp.send(get);
    expect(attributeOf(UserAttributes, "email_verified")).toBe("true");
  });

  it("never verifies the address that comes after it", async () => {
    const { poolId, access, code } = await userWithCode("mine@example.com");
    const [, ...answers] = await Promise.all([
      setAddress(poolId, "victim@example.com"),
      ...Array.from({ length: parallel }, (_, index) => verify(index, access, code)),
    ]);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    const get = new AdminGetUserCommand({ UserPoolId: poolId, Username: "ada" });
    const { UserAttributes } = await idp.send(get);
    expect(attributeOf(UserAttributes, "email")).toBe("victim@example.com");
    expect(attributeOf(UserAttributes, "email_verified")).toBe("false");
  });
});
