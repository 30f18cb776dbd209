import { isRecord } from "./jwt-decode.ts";
import { type KeySet, readKeySet } from "./key-set.ts";

/** Why an issuer's keys could not be read over the network. */
export type DiscoveryProblem = "address" | "discovery" | "issuer" | "jwks";

/** Thrown when an issuer's keys could not be read; the message says what happened. */
export class DiscoveryError extends Error {
  override readonly name = "DiscoveryError";
  readonly problem: DiscoveryProblem;

  constructor(problem: DiscoveryProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}

/** AWS's limits: 1500 ms for each of the two documents, 150,000 bytes for the key set. */
const documentTimeMsMax = 1500;
const documentBytesMax = 150_000;

/**
 * Reads the keys of a foreign issuer: its discovery document, then the key set that it names.
 *
 * @param now milliseconds since the epoch
 * @throws {DiscoveryError}
 */
export async function discoverKeys(issuer: string, now: number): Promise<KeySet> {
  const address = checkedAddress(`${issuer}/.well-known/openid-configuration`);
  const document = await readJson(address, "discovery");
  if (!isRecord(document)) throw new DiscoveryError("discovery", "it is not a JSON object");
  if (document.issuer !== issuer) {
    const named = JSON.stringify(document.issuer);
    throw new DiscoveryError("issuer", `the discovery document names the issuer ${named}`);
  }
  if (typeof document.jwks_uri !== "string") {
    throw new DiscoveryError("discovery", "the discovery document names no `jwks_uri`");
  }
  const keySet = readKeySet(await readJson(checkedAddress(document.jwks_uri), "jwks"), now);
  if (!keySet) throw new DiscoveryError("jwks", "the document at `jwks_uri` is not a key set");
  return keySet;
}

/** Whether an address is that of Cognito at AWS, which is never asked: its pools live here. */
export function isCognitoAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null && /^(issuer-)?cognito-idp[.-].*\.amazonaws\.com(\.cn)?\.?$/.test(url.hostname)
  );
}

function checkedAddress(address: string): URL {
  const url = URL.parse(address);
  if (!url) throw new DiscoveryError("address", `${address} is not an address`);
  if (isCognitoAddress(address)) {
    throw new DiscoveryError("address", "AWS is never asked: no pool of this id is on this server");
  }
  const trusted = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
  if (trusted && url.username === "" && url.password === "") return url;
  throw new DiscoveryError("address", `${address} is neither https nor on this machine`);
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.[\d.]+$/.test(hostname);
}

async function readJson(url: URL, problem: "discovery" | "jwks"): Promise<unknown> {
  const started = performance.now();
  try {
    const signal = AbortSignal.timeout(documentTimeMsMax);
    const headers = { accept: "application/json" };
    const response = await fetch(url, { redirect: "manual", signal, headers });
    if (response.status !== 200) throw new Error(`it answered with status ${response.status}`);
    return JSON.parse(await readText(response));
  } catch (error) {
    const elapsed = Math.round(performance.now() - started);
    const took = `after ${elapsed} ms of the allowed ${documentTimeMsMax}`;
    throw new DiscoveryError(problem, `${url.href} could not be read ${took}: ${causeOf(error)}`);
  }
}

async function readText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > documentBytesMax) throw new Error(`it is longer than ${documentBytesMax} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
