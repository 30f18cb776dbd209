import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  AdminInitiateAuthCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { serviceSettings } from "../aws.ts";
import { type Gatepool, startGatepool } from "../gatepool.ts";
import { serverCore } from "../machine.ts";
import type { Options } from "../options.ts";
import { fillPool, signInScript } from "../sign-ins/measure.ts";
import { runWrk } from "../wrk.ts";
import { emailOf, loadUsers } from "./load.ts";

/** Operations that must not mind how many users a pool has. */
export const userOperations = ["sign-in", "GetUser", "ListUsers by e-mail"] as const;
type UserOperation = (typeof userOperations)[number];

/** Requests a second in one round, in a pool of few users and in one of many. */
export interface UserSample {
  readonly few: Readonly<Record<UserOperation, number>>;
  readonly many: Readonly<Record<UserOperation, number>>;
}

const fewUsers = 1000;
const postScript = fileURLToPath(new URL("./post.lua", import.meta.url));

interface Pool {
  readonly server: Gatepool;
  readonly loads: Readonly<Record<UserOperation, { script: string; env: Record<string, string> }>>;
}

/** The same calls in a pool of 1,000 users and in one of `options.users`. */
export async function measureUsers(options: Options): Promise<UserSample[]> {
  const folder = await mkdtemp(join(tmpdir(), "gatepool-bench-"));
  const pools: Pool[] = [];
  try {
    const few = await preparePool(join(folder, "few"), fewUsers);
    pools.push(few);
    const many = await preparePool(join(folder, "many"), options.users);
    pools.push(many);
    const samples: UserSample[] = [];
    for (let round = 0; round < options.rounds; round++) {
      const sample = {
        few: await measurePool(few, options.seconds),
        many: await measurePool(many, options.seconds),
      };
      samples.push(sample);
      for (const name of userOperations) {
        const rates = `${sample.few[name].toFixed(0)} and ${sample.many[name].toFixed(0)}`;
        console.log(`${round + 1} ${name}: ${rates} a second of few and of many users`);
      }
    }
    return samples;
  } finally {
    for (const { server } of pools) await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measurePool({ server, loads }: Pool, seconds: number) {
  const rates: Record<UserOperation, number> = {
    "sign-in": 0,
    GetUser: 0,
    "ListUsers by e-mail": 0,
  };
  for (const name of userOperations) {
    const { script, env } = loads[name];
    const { requestsPerSecond, errors } = await runWrk(server.url, seconds, ["-s", script], env);
    if (errors > 0) throw new Error(`${errors} calls of ${name} failed`);
    rates[name] = requestsPerSecond;
  }
  return rates;
}

async function preparePool(folder: string, users: number): Promise<Pool> {
  const start = () => {
    const dirs = { dataDir: join(folder, "data"), cacheDir: join(folder, "compile-cache") };
    return startGatepool({ ...dirs, core: serverCore });
  };
  const first = await start();
  const signIns = await fillPool(first.url);
  await first.stop();
  const signIn: AdminSignIn = JSON.parse((signIns.BODY ?? "").replace("USER_NAME", "user-0"));
  await loadUsers(join(folder, "data"), signIn.UserPoolId, users);
  const server = await start();
  const AccessToken = await tokenOf(server.url, signIn);
  const filter = { UserPoolId: signIn.UserPoolId, Filter: `email = "${emailOf(500)}"` };
  const call = (TARGET: string, body: object) => ({
    script: postScript,
    env: { TARGET, BODY: JSON.stringify(body), AUTHORIZATION: signIns.AUTHORIZATION ?? "" },
  });
  return {
    server,
    loads: {
      "sign-in": { script: signInScript, env: signIns },
      GetUser: call("GetUser", { AccessToken }),
      "ListUsers by e-mail": call("ListUsers", filter),
    },
  };
}

interface AdminSignIn {
  readonly UserPoolId: string;
  readonly ClientId: string;
  readonly AuthFlow: "ADMIN_USER_PASSWORD_AUTH";
  readonly AuthParameters: Record<string, string>;
}

async function tokenOf(url: string, signIn: AdminSignIn): Promise<string> {
  const client = new CognitoIdentityProviderClient(serviceSettings(url));
  const { AuthenticationResult } = await client.send(new AdminInitiateAuthCommand(signIn));
  client.destroy();
  if (!AuthenticationResult?.AccessToken) throw new Error("the right password gets no token");
  return AuthenticationResult.AccessToken;
}
