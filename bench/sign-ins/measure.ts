import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { serviceSettings } from "../aws.ts";
import { startGatepool } from "../gatepool.ts";
import { serverCore } from "../machine.ts";
import type { Options } from "../options.ts";
import { runPinned } from "../processes.ts";
import { runWrk } from "../wrk.ts";

/** One round: what the server did, and what the same core could have done at most. */
export interface SignInSample {
  readonly signInsPerSecond: number;
  readonly ceilingPerSecond: number;
  readonly p99Ms: number;
}

const users = 100;
const password = "Right-1234";
export const signInScript = fileURLToPath(new URL("./sign-in.lua", import.meta.url));
const ceiling = fileURLToPath(new URL("./ceiling.ts", import.meta.url));

/** Signs users in with their passwords over HTTP, beside the bare cryptography on that core. */
export async function measureSignIns(options: Options): Promise<SignInSample[]> {
  const folder = await mkdtemp(join(tmpdir(), "gatepool-bench-"));
  const server = await startGatepool({
    dataDir: join(folder, "data"),
    cacheDir: join(folder, "compile-cache"),
    core: serverCore,
  });
  try {
    const environment = await fillPool(server.url);
    const load = (seconds: number) =>
      runWrk(`${server.url}/`, seconds, ["-s", signInScript], environment);
    await load(2);
    const samples: SignInSample[] = [];
    for (let round = 0; round < options.rounds; round++) {
      const ceilingPerSecond = await measureCeiling(options.seconds);
      const { requestsPerSecond, p99Ms, errors } = await load(options.seconds);
      if (errors > 0) throw new Error(`${errors} sign-ins failed`);
      samples.push({ signInsPerSecond: requestsPerSecond, ceilingPerSecond, p99Ms });
      const rates = `${Math.round(requestsPerSecond)} of ${Math.round(ceilingPerSecond)}`;
      console.log(`${round + 1} sign-ins: ${rates} a second, p99 ${p99Ms.toFixed(0)} ms`);
    }
    return samples;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureCeiling(seconds: number): Promise<number> {
  return Number(await runPinned(serverCore, [process.execPath, ceiling, String(seconds)]));
}

/** Makes a pool with users, and what the load (sign-in.lua) needs to know to sign them in. */
export async function fillPool(url: string): Promise<Record<string, string>> {
  const client = new CognitoIdentityProviderClient(serviceSettings(url));
  const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: "bench" }));
  const UserPoolId = UserPool?.Id;
  const { UserPoolClient } = await client.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: "bench",
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    }),
  );
  const ClientId = UserPoolClient?.ClientId;
  for (let number = 0; number < users; number++) {
    const user = { UserPoolId, Username: `user-${number}` };
    await client.send(new AdminCreateUserCommand({ ...user, MessageAction: "SUPPRESS" }));
    const permanent = { ...user, Password: password, Permanent: true };
    await client.send(new AdminSetUserPasswordCommand(permanent));
  }
  const signIn = (Username: string, given: string) => ({
    UserPoolId,
    ClientId,
    AuthFlow: "ADMIN_USER_PASSWORD_AUTH" as const,
    AuthParameters: { USERNAME: Username, PASSWORD: given },
  });
  await proveCorrect(client, signIn("user-0", password), signIn("user-0", "Wrong-1234"));
  client.destroy();
  const day = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  return {
    USERS: String(users),
    BODY: JSON.stringify(signIn("USER_NAME", password)),
    // Development takes any signature; what is measured is what lies behind it.
    AUTHORIZATION:
      `AWS4-HMAC-SHA256 Credential=000000000000/${day}/us-east-1/cognito-idp/aws4_request, ` +
      `SignedHeaders=host, Signature=${"0".repeat(64)}`,
  };
}

async function proveCorrect(
  client: CognitoIdentityProviderClient,
  right: ConstructorParameters<typeof AdminInitiateAuthCommand>[0],
  wrong: ConstructorParameters<typeof AdminInitiateAuthCommand>[0],
): Promise<void> {
  const { AuthenticationResult } = await client.send(new AdminInitiateAuthCommand(right));
  if (!AuthenticationResult?.IdToken) throw new Error("the right password gets no token");
  const refused = await client.send(new AdminInitiateAuthCommand(wrong)).then(
    () => false,
    (error: Error) => error.name === "NotAuthorizedException",
  );
  if (!refused) throw new Error("a wrong password is not refused");
}
