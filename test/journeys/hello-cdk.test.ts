import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awsEnvironment, pythonWithBoto3 } from "../fixtures/aws-programs.ts";
import { engines } from "../fixtures/engines.ts";
import { type RunningGatepool, run, startGatepool } from "../fixtures/gatepool.ts";
import { clientsOf, createHelloStack, type HelloStack } from "../fixtures/hello-stack.ts";

describe.each(Object.entries(engines))("journey 1 on %s, as a user goes it", (_, open) => {
  let gatepool: RunningGatepool;
  let stack: HelloStack;
  let folder: string;
  let engine: Awaited<ReturnType<typeof open>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatepool-journey-"));
    engine = await open();
    gatepool = await startGatepool(["--data-dir", folder, ...engine.args]);
    stack = await createHelloStack(clientsOf(gatepool.url));
  });

  afterAll(async () => {
    await gatepool.stop();
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });

  const cognito = (...args: string[]) =>
    run("aws", ["cognito-idp", ...args, "--endpoint-url", gatepool.url], awsEnvironment);

  const curl = (...args: string[]) =>
    run("curl", ["-s", "-i", `${gatepool.url}/_api/${stack.apiId}/api/hello`, ...args]);

  const signIn = (password: string) =>
    cognito(
      ...["admin-initiate-auth", "--user-pool-id", stack.poolId, "--client-id", stack.clientId],
      ...["--auth-flow", "ADMIN_USER_PASSWORD_AUTH"],
      ...["--auth-parameters", `USERNAME=ada,PASSWORD=${password}`],
    );

  it("creates a user with the AWS CLI", async () => {
    const created = await cognito(
      ...["admin-create-user", "--user-pool-id", stack.poolId, "--username", "ada"],
      ...["--temporary-password", "Temp-1234", "--message-action", "SUPPRESS"],
    );
    expect(created.stderr).toBe("");
    expect(JSON.parse(created.stdout).User).toMatchObject({
      Username: "ada",
      UserStatus: "FORCE_CHANGE_PASSWORD",
      Enabled: true,
    });
  });

  it("asks for a new password at the first sign-in with the temporary one", async () => {
    const answer = await signIn("Temp-1234");
    expect(JSON.parse(answer.stdout)).toMatchObject({
      ChallengeName: "NEW_PASSWORD_REQUIRED",
      ChallengeParameters: { USER_ID_FOR_SRP: "ada", requiredAttributes: "[]" },
    });
  });

  it("sets a permanent password and gets tokens", async () => {
    const set = await cognito(
      ...["admin-set-user-password", "--user-pool-id", stack.poolId, "--username", "ada"],
      ...["--password", "Right-1234", "--permanent"],
    );
    expect(set).toMatchObject({ code: 0, stderr: "" });
    const answer = JSON.parse((await signIn("Right-1234")).stdout);
    expect(answer.ChallengeParameters).toEqual({});
    expect(answer.AuthenticationResult).toMatchObject({ ExpiresIn: 86400, TokenType: "Bearer" });
  });

  it("calls /hello with the ID token", async () => {
    const { AuthenticationResult } = JSON.parse((await signIn("Right-1234")).stdout);
    const answer = await curl("-H", `Authorization: Bearer ${AuthenticationResult.IdToken}`);
    expect(answer.stdout).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(answer.stdout).toMatch(/Hello from Lambda!/);
  });

  it("is refused without a token", async () => {
    const answer = await curl();
    expect(answer.stdout).toMatch(/^HTTP\/1.1 401 Unauthorized\r\n/);
    expect(answer.stdout).toMatch(/\r\nwww-authenticate: Bearer\r\n/i);
    expect(answer.stdout.endsWith('\r\n\r\n{"message":"Unauthorized"}')).toBe(true);
  });

  it("does the same from boto3, without a mail being possible", async () => {
    const script = "test/journeys/boto3-journey.py";
    const args = [script, gatepool.url, stack.poolId, stack.clientId, stack.apiId];
    const answer = await run(await pythonWithBoto3(), args, awsEnvironment);
    expect(answer.stderr).toBe("");
    expect(answer.stdout.match(/Hello from Lambda!/g)).toHaveLength(2);
  });

  it("explains a refusal on the command line", async () => {
    await curl();
    const args = ["bin/gatepool.js", "why", "--last", "--url", gatepool.url];
    const why = await run(process.execPath, args);
    expect(why.stdout).toMatch(/GET \/(api\/)?hello/);
    expect(why.stdout).toMatch(/401/);
    expect(why.stdout).toMatch(/Authorization/);
  });

  it("keeps everything over a restart", async () => {
    await gatepool.stop();
    gatepool = await startGatepool(["--data-dir", folder, ...engine.args]);
    const { AuthenticationResult } = JSON.parse((await signIn("Right-1234")).stdout);
    const answer = await curl("-H", `Authorization: ${AuthenticationResult.IdToken}`);
    expect(answer.stdout).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  });
});
