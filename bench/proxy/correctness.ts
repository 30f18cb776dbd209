import { get } from "node:http";
import { get as getOverTls } from "node:https";
import type { RunningSystem, System } from "./systems.ts";
import type { TokenSet } from "./tokens.ts";

const expectedBody = '{"message":"hello","n":123456}';

/** A system that lets a bad token through is not compared. @throws Error that names the token */
export async function proveCorrect(
  system: System,
  running: RunningSystem,
  tokens: TokenSet,
): Promise<void> {
  await proveAnswers(system, tokens, (token) => call(running.url, token));
  await proveAnswers(system, tokens, (token) => call(running.tlsUrl, token, running.authority));
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function proveAnswers(
  system: System,
  tokens: TokenSet,
  ask: (token?: string) => Promise<Answer>,
): Promise<void> {
  const good = await ask(tokens.good);
  if (good.status !== 200 || good.body !== expectedBody) {
    throw new Error(`${system.name} answers a good token with ${good.status} ${good.body}`);
  }
  if (!system.checks) return;
  const bad: [string, string | undefined][] = [...Object.entries(tokens.bad), ["none", undefined]];
  for (const [name, token] of bad) {
    const { status } = await ask(token);
    if (status === 401 || status === 403) continue;
    throw new Error(`${system.name} answers ${status} where the token is wrong: ${name}`);
  }
}

function call(url: string, token?: string, ca?: string): Promise<Answer> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const send = ca === undefined ? get : getOverTls;
    send(url, { headers, ca, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    }).once("error", reject);
  });
}
