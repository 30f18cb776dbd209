import { fileURLToPath } from "node:url";
import { AddPermissionCommand, CreateFunctionUrlConfigCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../src/foundation/clock.ts";
import { noProfiles, pythonWithBoto3 } from "../fixtures/aws-programs.ts";
import { gatepool } from "../fixtures/command-line.ts";
import {
  clientsOf,
  createHelloStack,
  type HelloClients,
  type HelloStack,
  present,
} from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { createUser, signIn } from "../fixtures/users.ts";

const boto3Program = fileURLToPath(new URL("boto3-aws-names.py", import.meta.url));
const sdkProgram = fileURLToPath(new URL("sdk-aws-names.ts", import.meta.url));
const verifier = fileURLToPath(new URL("verify-aws-names.ts", import.meta.url));

// Programs that know AWS's own addresses, and no other, run unchanged within `gatepool exec`.

describe.each([
  ["as it sets the environment", []],
  ["by the proxy alone, where AWS_ENDPOINT_URL is unset", ["env", "-u", "AWS_ENDPOINT_URL"]],
])("in `gatepool exec`, %s,", (_, within) => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let stack: HelloStack;
  let api: string;
  let functionUrl: string;
  let token: string;

  beforeAll(async () => {
    server = await temporaryServer({}, systemClock);
    const clients = clientsOf(server.url);
    stack = await createHelloStack(clients);
    await createUser(clients.idp, stack.poolId);
    token = (await signIn(clients.idp, stack.poolId, stack.clientId)).id;
    api = `https://${stack.apiId}.execute-api.us-east-1.amazonaws.com/api`;
    functionUrl = await createUrl(clients, stack);
  });
  afterAll(() => server.close());

  /** Runs a command for a user who has no AWS profiles. */
  function exec(...command: string[]) {
    return gatepool(["exec", "--url", server.url, "--", ...within, ...command], noProfiles);
  }

  it("curl calls an API with an ID token, and is refused without", async () => {
    const hello = ["curl", "-s", `${api}/hello`, "-w", " HTTP/%{http_version} %{http_code}"];
    const greeted = await exec(...hello, "-H", `Authorization: Bearer ${token}`);
    expect(greeted.stdout).toBe('"Hello from Lambda!" HTTP/2 200');
    expect((await exec(...hello)).stdout).toBe('{"message":"Unauthorized"} HTTP/2 401');
  });

  it("curl calls the URL of a function", async () => {
    expect(functionUrl).toMatch(/^https:\/\/\w+\.lambda-url\.us-east-1\.on\.aws\/$/);
    expect((await exec("curl", "-s", functionUrl)).stdout).toBe('"Hello from Lambda!"');
  });

  it("boto3 signs a user in, and urllib calls the API", async () => {
    const args = [boto3Program, stack.poolId, stack.clientId, api];
    const answer = await exec(await pythonWithBoto3(), ...args);
    expect(answer).toEqual({ code: 0, stdout: '"Hello from Lambda!"\n', stderr: "" });
  });

  it("the AWS CLI shows the user pool", async () => {
    const show = ["cognito-idp", "describe-user-pool", "--user-pool-id", stack.poolId];
    const answer = await exec("aws", ...show, "--query", "UserPool.Name");
    expect(answer).toEqual({ code: 0, stdout: '"hello"\n', stderr: "" });
  });

  it("the SDK for JavaScript shows the user pool", async () => {
    // Its connections pass by the variables of proxies, unless they are told to mind them.
    const proxied = within.length > 0 ? ["proxied"] : [];
    const answer = await exec(process.execPath, sdkProgram, stack.poolId, ...proxied);
    expect(answer).toEqual({ code: 0, stdout: "hello\n", stderr: "" });
  });

  it("AWS's verifier of tokens reads the keys at the address of the issuer", async () => {
    const args = [stack.poolId, stack.clientId, token];
    const answer = await exec(process.execPath, verifier, ...args);
    expect(answer.stderr).toBe("");
    expect(JSON.parse(answer.stdout)).toEqual({
      iss: `https://cognito-idp.us-east-1.amazonaws.com/${stack.poolId}`,
      aud: stack.clientId,
    });
  });
});

/** Opens a URL of the stack's function to everybody. */
async function createUrl({ lambda }: HelloClients, { functionName: FunctionName }: HelloStack) {
  await lambda.send(
    new AddPermissionCommand({
      FunctionName,
      StatementId: "url",
      Action: "lambda:InvokeFunctionUrl",
      Principal: "*",
      FunctionUrlAuthType: "NONE",
    }),
  );
  const config = { FunctionName, AuthType: "NONE" } as const;
  return present((await lambda.send(new CreateFunctionUrlConfigCommand(config))).FunctionUrl);
}
