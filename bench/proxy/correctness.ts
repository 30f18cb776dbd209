import { get } from "node:http";
import type { RunningSystem, System } from "./systems.ts";
import type { TokenSet } from "./tokens.ts";

const expectedBody = '{"message":"hello","n":123456}';

/** A system that lets a bad token through is not compared. @throws Error that names the token */
export async function proveCorrect(
  system: System,
  { url }: RunningSystem,
  tokens: TokenSet,
): Promise<void> {
  const good = await call(url, tokens.good);
  if (good.status !== 200 || good.body !== expectedBody) {
    throw new Error(`${system.name} answers a good token with ${good.status} ${good.body}`);
  }
  if (!system.checks) return;
  const bad: [string, string | undefined][] = [...Object.entries(tokens.bad), ["none", undefined]];
  for (const [name, token] of bad) {
    const { status } = await call(url, token);
    if (status === 401 || status === 403) continue;
    throw new Error(`${system.name} answers ${status} where the token is wrong: ${name}`);
  }
}

function call(url: string, token?: string): Promise<{ status: number; body: string }> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    }).once("error", reject);
  });
}
