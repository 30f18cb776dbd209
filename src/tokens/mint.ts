import { sign } from "node:crypto";
import { promisify } from "node:util";
import type { SigningKey } from "./signing-key.ts";

const signInThreadPool = promisify(sign);

/**
 * Signs claims as a compact RS256 JWT. The header has `kid` first and no `typ`, as Cognito's.
 * The signature is made in the thread pool: the event loop goes on meanwhile.
 */
export async function mintToken(key: SigningKey, claims: object): Promise<string> {
  const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
  const signed = `${key.header}.${payload}`;
  const signature = await signInThreadPool("RSA-SHA256", Buffer.from(signed), key.privateKey);
  return `${signed}.${signature.toString("base64url")}`;
}
