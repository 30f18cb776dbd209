import {
  AdminGetUserCommand,
  type CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf, present } from "../fixtures/hello-stack.ts";
import { type Nodes, nodesOn } from "../fixtures/nodes.ts";
import { callCognito } from "../fixtures/wire.ts";

const parallel = 50;
const address = "wanted@example.com";

type Values = Record<string, string>;

const listOf = (values: Values) => Object.entries(values).map(([Name, Value]) => ({ Name, Value }));

describe.each(Object.entries(nodesOn))("pitfall 25 on %s: an alias has one owner", (_, open) => {
  let nodes: Nodes;
  let idp: CognitoIdentityProviderClient;

  beforeAll(async () => {
    nodes = await open();
    idp = clientsOf(nodes.urlOf(0)).idp;
  });
  afterAll(() => nodes.close());

  async function poolWith(settings: Partial<CreateUserPoolCommandInput>): Promise<string> {
    const create = new CreateUserPoolCommand({ PoolName: "pool", ...settings });
    return present((await idp.send(create)).UserPool?.Id);
  }

  /** Creates many users, all of whom then write the same attributes at once. */
  async function race(UserPoolId: string, nameOf: (index: number) => string, values: Values) {
    const indexes = Array.from({ length: parallel }, (_, index) => index);
    const call = (operation: string, more: object) => (index: number) =>
      callCognito(nodes.urlOf(index), operation, { UserPoolId, Username: nameOf(index), ...more });
    const suppressed = call("AdminCreateUser", { MessageAction: "SUPPRESS" });
    const created = await Promise.all(indexes.map(suppressed));
    expect(created.every(({ status }) => status === 200)).toBe(true);
    const write = call("AdminUpdateUserAttributes", { UserAttributes: listOf(values) });
    const answers = await Promise.all(indexes.map(write));
    for (const { status, body } of answers) {
      if (status !== 200) expect(body).toMatchObject({ __type: "AliasExistsException" });
    }
    const winners = indexes.filter((index) => answers[index]?.status === 200);
    expect(winners).toHaveLength(1);
    return nameOf(present(winners[0]));
  }

  it("a verified address, of many who write it at once", async () => {
    const pool = await poolWith({ AliasAttributes: ["email"] });
    const values = { email: address, email_verified: "true" };
    const winner = await race(pool, (index) => `user-${index}`, values);
    const found = await idp.send(new AdminGetUserCommand({ UserPoolId: pool, Username: address }));
    expect(found.Username).toBe(winner);
  });

  it("a preferred username, in whatever case it is written", async () => {
    const pool = await poolWith({
      AliasAttributes: ["preferred_username"],
      UsernameConfiguration: { CaseSensitive: false },
    });
    const values = { preferred_username: "Stage-Name" };
    const winner = await race(pool, (index) => `user-${index}`, values);
    const get = new AdminGetUserCommand({ UserPoolId: pool, Username: "STAGE-NAME" });
    expect((await idp.send(get)).Username).toBe(winner);
  });

  it("an address that users sign in by", async () => {
    const pool = await poolWith({ UsernameAttributes: ["email"] });
    await race(pool, (index) => `user-${index}@example.com`, { email: address });
    const get = new AdminGetUserCommand({ UserPoolId: pool, Username: address });
    expect(present((await idp.send(get)).UserAttributes)).toContainEqual({
      Name: "email",
      Value: address,
    });
  });
});
