import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type AccessServer,
  accessServer,
  clientConfig,
  trusting,
} from "../../../../test/fixtures/access.ts";

const now = Date.now();
const clock = { now: () => now };
const account = "000000000000";
const arn = `arn:aws:iam::${account}:role`;
let server: AccessServer;

beforeAll(async () => {
  server = await accessServer({ clock });
  const condition = { StringEquals: { "sts:ExternalId": "Right-1" } };
  const dated = { DateLessThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } };
  const roles = {
    open: trusting({ AWS: account }),
    service: trusting({ Service: "lambda.amazonaws.com" }),
    external: trusting({ AWS: "*" }, { Condition: condition }),
    dated: trusting({ AWS: "*" }, { Condition: dated }),
    chained: trusting({ AWS: `${arn}/open` }),
  };
  for (const [RoleName, AssumeRolePolicyDocument] of Object.entries(roles)) {
    const role = { RoleName, AssumeRolePolicyDocument, MaxSessionDuration: 7200 };
    await server.iam.send(new CreateRoleCommand(role));
  }
});

afterAll(() => server.close());

function assume(roleName: string, more: object = {}, client = server.sts) {
  const session = { RoleArn: `${arn}/${roleName}`, RoleSessionName: "ada", ...more };
  return client.send(new AssumeRoleCommand(session));
}

/** A client that signs with what AssumeRole answered. */
async function sessionClient(roleName: string): Promise<STSClient> {
  const { Credentials } = await assume(roleName);
  return new STSClient({
    ...clientConfig(server.url),
    credentials: {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken ?? "",
    },
  });
}

test("whom the trust policy lets in gets credentials for an hour", async () => {
  const { Credentials, AssumedRoleUser } = await assume("open");
  expect(Credentials).toEqual({
    AccessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/),
    SecretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/),
    SessionToken: expect.any(String),
    Expiration: new Date(Math.floor(now / 1000) * 1000 + 3_600_000),
  });
  expect(AssumedRoleUser).toEqual({
    AssumedRoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}:ada$/),
    Arn: `arn:aws:sts::${account}:assumed-role/open/ada`,
  });
});

test("calls signed with them are the session's", async () => {
  const client = await sessionClient("open");
  expect(await client.send(new GetCallerIdentityCommand())).toMatchObject({
    UserId: expect.stringMatching(/^AROA[A-Z2-7]{17}:ada$/),
    Account: account,
    Arn: `arn:aws:sts::${account}:assumed-role/open/ada`,
  });
  client.destroy();
});

test.each(["service", "dated", "chained", "absent"])("role %s is refused", async (roleName) => {
  const caller = `arn:aws:iam::${account}:root`;
  await expect(assume(roleName)).rejects.toMatchObject({
    name: "AccessDenied",
    message:
      `User: ${caller} is not authorized to perform: sts:AssumeRole ` +
      `on resource: ${arn}/${roleName}`,
    $metadata: { httpStatusCode: 403 },
  });
});

test("a refusal leaves its reason", async () => {
  await assume("service").catch(() => undefined);
  const [trace] = server.traces.latest(1);
  expect(trace?.steps.at(-1)?.reason).toMatchObject({
    check: "trust policy",
    received: "principals Service lambda.amazonaws.com",
  });
});

test("another account is refused", async () => {
  const stranger = new STSClient(clientConfig(server.url, "111122223333"));
  await expect(assume("open", {}, stranger)).rejects.toMatchObject({ name: "AccessDenied" });
  stranger.destroy();
});

test("an external id is compared", async () => {
  await assume("external", { ExternalId: "Right-1" });
  const wrong = assume("external", { ExternalId: "Wrong-1" });
  await expect(wrong).rejects.toMatchObject({ name: "AccessDenied" });
  await expect(assume("external")).rejects.toMatchObject({ name: "AccessDenied" });
});

test("what is no role's ARN is refused", async () => {
  const RoleArn = "arn:aws:iam::000000000000:user/ada";
  await expect(assume("open", { RoleArn })).rejects.toMatchObject({
    name: "ValidationError",
    message: `${RoleArn} is invalid`,
    $metadata: { httpStatusCode: 400 },
  });
});

test("a session lasts as long as asked, within the role's limit", async () => {
  const { Credentials } = await assume("open", { DurationSeconds: 7200 });
  const expected = Math.floor(now / 1000) * 1000 + 7_200_000;
  expect(Credentials?.Expiration?.getTime()).toBe(expected);
  await expect(assume("open", { DurationSeconds: 7201 })).rejects.toMatchObject({
    name: "ValidationError",
    message: "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
  });
  await expect(assume("open", { DurationSeconds: 899 })).rejects.toMatchObject({
    name: "ValidationError",
    message: expect.stringContaining("Member must have value greater than or equal to 900"),
  });
});

test("a session may assume a role that trusts its own, for an hour at most", async () => {
  const client = await sessionClient("open");
  await assume("chained", { DurationSeconds: 3600 }, client);
  await expect(assume("chained", { DurationSeconds: 3601 }, client)).rejects.toMatchObject({
    name: "ValidationError",
    message:
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by " +
      "role chaining.",
  });
  client.destroy();
});

test.each([
  ["Policy", { Policy: "{}" }],
  ["PolicyArns", { PolicyArns: [{ arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }] }],
  ["Tags", { Tags: [{ Key: "a", Value: "b" }] }],
  ["SourceIdentity", { SourceIdentity: "ada" }],
  ["SerialNumber", { SerialNumber: "arn:aws:iam::000000000000:mfa/ada", TokenCode: "123456" }],
])("%s, which would have no effect, is refused", async (name, more) => {
  await expect(assume("open", more)).rejects.toMatchObject({
    name: "ValidationError",
    message: `AssumeRole with ${name} is not supported by Gatepool.`,
  });
});
