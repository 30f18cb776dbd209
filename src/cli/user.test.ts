import {
  AdminGetUserCommand,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gatepool } from "../../test/fixtures/command-line.ts";
import { commandLineServer } from "../../test/fixtures/command-line-server.ts";

let server: Awaited<ReturnType<typeof commandLineServer>>;
let poolId: string;

beforeAll(async () => {
  server = await commandLineServer();
  poolId = await createPool("only");
});

afterAll(() => server.close());

async function createPool(PoolName: string): Promise<string> {
  const { UserPool } = await server.clients.idp.send(new CreateUserPoolCommand({ PoolName }));
  return UserPool?.Id ?? "";
}

const create = (...args: string[]) =>
  gatepool(["user", "create", "--url", server.url, ...args], { AWS_REGION: "us-east-1" });

async function read(Username: string) {
  const user = { UserPoolId: poolId, Username };
  const { UserStatus, UserAttributes = [] } = await server.clients.idp.send(
    new AdminGetUserCommand(user),
  );
  return { UserStatus, ...Object.fromEntries(UserAttributes.map((a) => [a.Name, a.Value])) };
}

test("a user is created who can sign in at once, in the only pool that there is", async () => {
  const args = ["--username", "ada", "--password", "Right-1234", "--email", "ada@example.com"];
  expect(await create(...args, "--attribute", "given_name=Ada=Augusta")).toEqual({
    code: 0,
    stdout: `ada is in ${poolId}\n`,
    stderr: "",
  });
  expect(await read("ada")).toMatchObject({
    UserStatus: "CONFIRMED",
    email: "ada@example.com",
    email_verified: "true",
    given_name: "Ada=Augusta",
  });
});

test("a user with a temporary password has to replace it", async () => {
  await create("--username", "temporary", "--password", "Temp-1234", "--temporary");
  expect(await read("temporary")).toMatchObject({ UserStatus: "FORCE_CHANGE_PASSWORD" });
});

test("without a password and a terminal, one is made up and printed", async () => {
  const { code, stdout } = await create("--username", "generated");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^generated is in \S+, password [\w.+]{20}\n$/);
  expect(await read("generated")).toMatchObject({ UserStatus: "CONFIRMED" });
});

test("a user who is there already is refused in AWS's words", async () => {
  await create("--username", "twice", "--password", "Right-1234");
  const { code, stdout, stderr } = await create("--username", "twice", "--password", "Right-1234");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^gatepool: UsernameExistsException: User account already exists/);
  expect(stderr).toMatch(/\nWhy: gatepool why [\w-]+\n$/);
});

test("a password that the pool refuses leaves no user behind", async () => {
  const { code, stderr } = await create("--username", "weak", "--password", "weak");
  expect(code).toBe(1);
  expect(stderr).toContain("InvalidPasswordException");
  await expect(read("weak")).rejects.toMatchObject({ name: "UserNotFoundException" });
});

test("of several pools one has to be named; the message lists them", async () => {
  const other = await createPool("other");
  const { code, stderr } = await create("--username", "which", "--password", "Right-1234");
  expect(code).toBe(1);
  expect(stderr).toContain("There are several user pools: say which.");
  expect(stderr).toContain(`--user-pool-id ${other}   other`);
  const named = await create("--username", "which", "--user-pool-id", other);
  expect(named.stdout).toContain(`which is in ${other}`);
  await server.clients.idp.send(new DeleteUserPoolCommand({ UserPoolId: other }));
});

test("a region without a pool is told", async () => {
  const args = ["user", "create", "--url", server.url, "--username", "ada"];
  const { code, stderr } = await gatepool(args, { AWS_REGION: "eu-central-1" });
  expect(code).toBe(1);
  expect(stderr).toContain("has no user pool in eu-central-1");
});
