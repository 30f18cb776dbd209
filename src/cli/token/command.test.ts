import { CreateUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gatepool } from "../../../test/fixtures/command-line.ts";
import { commandLineServer } from "../../../test/fixtures/command-line-server.ts";
import { createClient, createUser } from "../../../test/fixtures/users.ts";

let server: Awaited<ReturnType<typeof commandLineServer>>;
let poolId: string;
const clients: Record<string, string> = {};

beforeAll(async () => {
  server = await commandLineServer();
  const { idp } = server.clients;
  const { UserPool } = await idp.send(new CreateUserPoolCommand({ PoolName: "pool" }));
  poolId = UserPool?.Id ?? "";
  await createUser(idp, poolId);
  const admin = ["ALLOW_ADMIN_USER_PASSWORD_AUTH"] as const;
  const settings = {
    admin: { ExplicitAuthFlows: [...admin] },
    secret: { ExplicitAuthFlows: [...admin], GenerateSecret: true },
    user: { ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH" as const], GenerateSecret: true },
    srp: { ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH" as const] },
  };
  for (const [name, each] of Object.entries(settings)) {
    clients[name] = (await createClient(idp, poolId, { ClientName: name, ...each })).ClientId;
  }
});

afterAll(() => server.close());

const token = (client: string, ...args: string[]) =>
  gatepool(["token", "--url", server.url, "--client-id", clients[client] ?? "", ...args]);

const ada = ["--username", "ada", "--password", "Right-1234"];

test.each(["admin", "secret", "user"])("a client of kind %s: the ID token alone", async (kind) => {
  const { code, stdout, stderr } = await token(kind, ...ada);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  expect(decodeJwt(stdout.trim())).toMatchObject({ token_use: "id", aud: clients[kind] });
});

test("--access prints the access token, --json all of them", async () => {
  const access = await token("admin", ...ada, "--access");
  expect(decodeJwt(access.stdout.trim())).toMatchObject({ token_use: "access" });
  const json = await token("admin", ...ada, "--json");
  expect(JSON.parse(json.stdout)).toMatchObject({
    IdToken: expect.any(String),
    AccessToken: expect.any(String),
    TokenType: "Bearer",
  });
});

test("a wrong password is refused, with where to read why", async () => {
  const { code, stdout, stderr } = await token("admin", "--username", "ada", "--password", "No-1");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^gatepool: NotAuthorizedException: Incorrect username or password\.\n/);
  const id = /gatepool why (\S+)/.exec(stderr)?.[1] ?? "";
  const why = await gatepool(["why", id, "--url", server.url]);
  expect(why).toMatchObject({ code: 0, stdout: expect.stringMatching(/change {4}\S/) });
});

test.each(["admin", "user"])("a temporary password is replaced by client %s", async (kind) => {
  const name = `new-${kind}`;
  const create = ["--username", name, "--password", "Temp-1234", "--temporary"];
  await gatepool(["user", "create", "--url", server.url, ...create]);
  const user = ["--username", name, "--password", "Temp-1234"];
  const asked = await token(kind, ...user);
  expect(asked).toMatchObject({ code: 1, stdout: "" });
  expect(asked.stderr).toBe(
    `${name} has a temporary password and must replace it now (NEW_PASSWORD_REQUIRED).\n` +
      "gatepool: Give the password that takes its place: --new-password PASSWORD\n",
  );
  const replaced = await token(kind, ...user, "--new-password", "Right-1234");
  expect(decodeJwt(replaced.stdout.trim())).toMatchObject({ "cognito:username": name });
  const next = await token(kind, "--username", name, "--password", "Right-1234");
  expect(next.code).toBe(0);
});

test("a client that allows no password is told, with what to change", async () => {
  const { code, stderr } = await token("srp", ...ada);
  expect(code).toBe(1);
  expect(stderr).toContain("allows no sign-in by password, only: ALLOW_USER_SRP_AUTH");
  expect(stderr).toContain("Add ALLOW_ADMIN_USER_PASSWORD_AUTH");
});

test("of several clients one has to be named; the message lists them", async () => {
  const { code, stderr } = await gatepool(["token", "--url", server.url, ...ada]);
  expect(code).toBe(1);
  expect(stderr).toContain("There are several app clients: say which.");
  expect(stderr).toContain(`--client-id ${clients.secret}   secret`);
});

test("without a password and a terminal there is nobody to ask", async () => {
  const { code, stderr } = await token("admin", "--username", "ada");
  expect(code).toBe(2);
  expect(stderr).toContain("give --password or --password-stdin");
});
