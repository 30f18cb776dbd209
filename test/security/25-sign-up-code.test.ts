import { AdminGetUserCommand } from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { type Nodes, nodesOn } from "../fixtures/nodes.ts";
import { sentCode } from "../fixtures/outbox.ts";
import { otherCode } from "../fixtures/recovery.ts";
import { signUpPool } from "../fixtures/sign-up.ts";
import { callCognito } from "../fixtures/wire.ts";

const parallel = 50;

describe.each(Object.entries(nodesOn))("pitfall 25 on %s: codes of sign-ups", (_, open) => {
  let nodes: Nodes;
  let pool: Awaited<ReturnType<typeof signUpPool>>;

  beforeAll(async () => {
    nodes = await open();
    pool = await signUpPool(clientsOf(nodes.urlOf(0)).idp);
  });
  afterAll(() => nodes.close());

  /** Confirms a user many times at once; answers what each got. */
  async function race(Username: string, codeFor: (index: number) => string): Promise<string[]> {
    const calls = Array.from({ length: parallel }, (_, index) =>
      callCognito(nodes.urlOf(index), "ConfirmSignUp", {
        ClientId: pool.clientId,
        Username,
        ConfirmationCode: codeFor(index),
      }),
    );
    const answers = await Promise.all(calls);
    return answers.map(({ status, body }) => (status === 200 ? "done" : String(body?.__type)));
  }

  it("one of many uses wins", async () => {
    await pool.signUp("ada");
    const code = await sentCode(nodes.urlOf(0), "ada@example.com");
    const results = await race("ada", () => code);
    expect(results.filter((result) => result === "done")).toHaveLength(1);
    for (const result of results) {
      expect(["done", "NotAuthorizedException", "ExpiredCodeException"]).toContain(result);
    }
    const { idp } = clientsOf(nodes.urlOf(1));
    const user = { UserPoolId: pool.poolId, Username: "ada" };
    expect((await idp.send(new AdminGetUserCommand(user))).UserStatus).toBe("CONFIRMED");
  });

  it("many wrong ones at once get no more answers than the limit allows", async () => {
    await pool.signUp("eve");
    const code = await sentCode(nodes.urlOf(0), "eve@example.com");
    const results = await race("eve", () => otherCode(code));
    expect(results.filter((result) => result === "CodeMismatchException")).toHaveLength(15);
    expect(results).not.toContain("done");
    expect(new Set(await race("eve", () => code))).toEqual(new Set(["LimitExceededException"]));
  });

  it("of many who sign up under one name, one has it", async () => {
    const calls = Array.from({ length: parallel }, (_, index) =>
      callCognito(nodes.urlOf(index), "SignUp", {
        ClientId: pool.clientId,
        Username: "twin",
        Password: `Right-${1000 + index}`,
      }),
    );
    const answers = await Promise.all(calls);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers) {
      if (status !== 200) expect(body).toMatchObject({ __type: "UsernameExistsException" });
    }
  });
});
