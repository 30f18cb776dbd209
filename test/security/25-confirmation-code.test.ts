import { AdminUpdateUserAttributesCommand } from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { type Nodes, nodesOn } from "../fixtures/nodes.ts";
import { sentCode } from "../fixtures/outbox.ts";
import { otherCode } from "../fixtures/recovery.ts";
import { createPoolWithUser, password } from "../fixtures/users.ts";
import { callCognito } from "../fixtures/wire.ts";

const parallel = 50;
const address = "ada@example.com";

describe.each(Object.entries(nodesOn))("pitfall 25 on %s: codes for a password", (_, open) => {
  let nodes: Nodes;
  let ClientId: string;
  let code: string;

  beforeAll(async () => {
    nodes = await open();
  });
  afterAll(() => nodes.close());

  beforeEach(async () => {
    const { idp } = clientsOf(nodes.urlOf(0));
    const { poolId, clientId } = await createPoolWithUser(idp);
    ClientId = clientId;
    const UserAttributes = [
      { Name: "email", Value: address },
      { Name: "email_verified", Value: "true" },
    ];
    const user = { UserPoolId: poolId, Username: "ada", UserAttributes };
    await idp.send(new AdminUpdateUserAttributesCommand(user));
    code = await newCode();
  });

  async function newCode(): Promise<string> {
    const sent = await callCognito(nodes.urlOf(0), "ForgotPassword", { ClientId, Username: "ada" });
    expect(sent.status).toBe(200);
    return sentCode(nodes.urlOf(0), address);
  }

  const confirm = (node: number, ConfirmationCode: string, Password: string) =>
    callCognito(nodes.urlOf(node), "ConfirmForgotPassword", {
      ...{ ClientId, Username: "ada", ConfirmationCode, Password },
    });

  const signIn = async (PASSWORD: string) => {
    const AuthParameters = { USERNAME: "ada", PASSWORD };
    const input = { ClientId, AuthFlow: "USER_PASSWORD_AUTH", AuthParameters };
    return (await callCognito(nodes.urlOf(0), "InitiateAuth", input)).status;
  };

  const codesOf = (answers: Awaited<ReturnType<typeof confirm>>[]) =>
    answers.map(({ status, body }) => (status === 200 ? "done" : body?.__type));

  it("one of many uses wins, and its password is the user's", async () => {
    const passwords = Array.from({ length: parallel }, (_, index) => `Fresh-${1000 + index}`);
    const results = codesOf(
      await Promise.all(passwords.map((fresh, index) => confirm(index, code, fresh))),
    );
    expect(results.filter((result) => result === "done")).toHaveLength(1);
    const others = new Set(results.filter((result) => result !== "done"));
    expect([...others]).toEqual(["ExpiredCodeException"]);
    expect(await signIn(password)).toBe(400);
    expect(await signIn(passwords[results.indexOf("done")] ?? "")).toBe(200);
  });

  it("guessing is stopped, however many guess at once", async () => {
    const wrong = otherCode(code);
    const results = codesOf(
      await Promise.all(
        Array.from({ length: parallel }, (_, index) => confirm(index, wrong, "Fresh-1234")),
      ),
    );
    const count = (name: string) => results.filter((result) => result === name).length;
    expect(count("CodeMismatchException")).toBe(15);
    expect(count("LimitExceededException")).toBe(parallel - 15);
    expect(codesOf([await confirm(0, code, "Fresh-1234")])).toEqual(["LimitExceededException"]);
    const another = await newCode();
    expect(codesOf([await confirm(0, another, "Fresh-1234")])).toEqual(["LimitExceededException"]);
    expect(await signIn(password)).toBe(200);
  });
});
