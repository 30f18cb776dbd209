import {
  AdminCreateUserCommand,
  type AdminCreateUserCommandInput,
  AdminInitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present } from "../../../test/fixtures/hello-stack.ts";
import {
  newClient,
  newPool,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

let server: UserPoolsServer;
let UserPoolId: string;
let ClientId: string;

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
  ({ ClientId } = await newClient(server.idp, UserPoolId));
});
afterAll(() => server.close());

const email = { Name: "email", Value: "ada@example.com" };
const phone = { Name: "phone_number", Value: "+15551231234" };

/** Creates a user; answers the messages that went out for it, newest first. */
async function messagesOf(Username: string, more: Partial<AdminCreateUserCommandInput> = {}) {
  const before = (await server.pools.outbox(1000)).length;
  await server.idp.send(new AdminCreateUserCommand({ UserPoolId, Username, ...more }));
  const after = await server.pools.outbox(1000);
  return after.slice(0, after.length - before);
}

const challengeFor = async (USERNAME: string, PASSWORD: string) => {
  const input = { UserPoolId, ClientId, AuthFlow: "ADMIN_USER_PASSWORD_AUTH" } as const;
  const AuthParameters = { USERNAME, PASSWORD };
  const answer = server.idp.send(new AdminInitiateAuthCommand({ ...input, AuthParameters }));
  return (await answer).ChallengeName;
};

const passwordIn = (text = "") => present(/temporary password is (\S+)\.$/.exec(text)?.[1]);

describe("the invitation of AdminCreateUser", () => {
  it("goes out by each medium that is asked for, with the name and the password", async () => {
    const messages = await messagesOf("ada", {
      UserAttributes: [email, phone],
      DesiredDeliveryMediums: ["EMAIL", "SMS"],
    });
    expect(messages.map(({ medium, to }) => [medium, to])).toEqual([
      ["EMAIL", email.Value],
      ["SMS", phone.Value],
    ]);
    const [byEmail, bySms] = messages;
    expect(byEmail).toMatchObject({ subject: "Your temporary password", purpose: "invitation" });
    expect(byEmail?.text).toMatch(/^Your username is ada and temporary password is \S+\.$/);
    expect(bySms?.text).toBe(byEmail?.text);
    const password = passwordIn(byEmail?.text);
    expect(await challengeFor("ada", password)).toBe("NEW_PASSWORD_REQUIRED");
  });

  it("goes by SMS alone unless told otherwise, so that nothing may go out", async () => {
    expect(await messagesOf("bob", { UserAttributes: [email] })).toEqual([]);
    const note = server.notes.latest(1)[0];
    expect(note?.outcome.text).toBe("no invitation was sent");
    expect(note?.steps[0]?.detail).toContain("DesiredDeliveryMediums");
    const [message] = await messagesOf("eve", { UserAttributes: [email, phone] });
    expect(message?.medium).toBe("SMS");
  });

  it("carries the password that was chosen, and none where it is suppressed", async () => {
    const chosen = {
      UserAttributes: [email],
      DesiredDeliveryMediums: ["EMAIL" as const],
      TemporaryPassword: "Temp-1234",
    };
    const [message] = await messagesOf("linus", chosen);
    expect(passwordIn(message?.text)).toBe("Temp-1234");
    expect(await messagesOf("grace", { ...chosen, MessageAction: "SUPPRESS" })).toEqual([]);
  });

  it("goes out again with another password, which ends the first", async () => {
    const user = { UserAttributes: [email], DesiredDeliveryMediums: ["EMAIL" as const] };
    const [first] = await messagesOf("alan", user);
    const [second] = await messagesOf("alan", { ...user, MessageAction: "RESEND" });
    expect(await challengeFor("alan", passwordIn(second?.text))).toBe("NEW_PASSWORD_REQUIRED");
    await expect(challengeFor("alan", passwordIn(first?.text))).rejects.toMatchObject({
      message: "Incorrect username or password.",
    });
  });

  it("names the address with which the user signs in, in the pool's own words", async () => {
    const pool = await newPool(server.idp, {
      UsernameAttributes: ["email"],
      AdminCreateUserConfig: {
        InviteMessageTemplate: { EmailSubject: "Hi", EmailMessage: "{username} / {####}" },
      },
    });
    const [message] = await messagesOf("ada@example.com", {
      UserPoolId: pool,
      DesiredDeliveryMediums: ["EMAIL"],
      TemporaryPassword: "Temp-1234",
    });
    expect(message).toMatchObject({ subject: "Hi", text: "ada@example.com / Temp-1234" });
  });
});
