import { resolve } from "node:path";
import { type AccessKey, developmentDefaults, type Settings } from "../../config.ts";
import { explainStart } from "../dev/start-failure.ts";
import { Failure } from "../failure.ts";
import { reach } from "../http.ts";
import { defaultUrl, namedServerUrl } from "../server-url.ts";

/** The server that stands for AWS. */
export interface UsedServer {
  readonly url: string;
  /** The certificate of its authority, in PEM. */
  readonly authority: string;
  /** Ends it, if it was started for the command. */
  close(): Promise<void>;
}

/** A server of one's own, for when none runs. */
export interface OwnServer {
  readonly dataDir: string;
  readonly credentials: readonly AccessKey[];
}

/** What listens at the usual address, and says nothing for as long, is no server. */
const patienceMs = 3000;

/**
 * Finds the server that is named, or one that runs at the usual address; else starts one.
 *
 * @param given the value of `--url`
 * @throws Failure when the one that is named does not answer, or none can be started
 */
export async function findOrStartServer(
  given: string | undefined,
  env: NodeJS.ProcessEnv,
  own: OwnServer,
  usualUrl = defaultUrl,
): Promise<UsedServer> {
  const named = namedServerUrl(given, env);
  if (named !== undefined) return running(named);
  return (await isServer(usualUrl)) ? running(usualUrl) : start(own);
}

async function running(url: string): Promise<UsedServer> {
  return { url, authority: await authorityOf(url), async close() {} };
}

async function start({ dataDir, credentials }: OwnServer): Promise<UsedServer> {
  const settings = {
    ...developmentDefaults,
    ...{ port: 0, dataDir: resolve(dataDir), credentials },
  };
  const { startServer } = await import("../../main.ts");
  const server = await startServer(settings).catch((error) => explainOwn(error, settings));
  try {
    return { ...server, authority: await authorityOf(server.url) };
  } catch (error) {
    await server.close();
    throw error;
  }
}

function explainOwn(error: unknown, settings: Settings): never {
  try {
    return explainStart(error, settings);
  } catch (explained) {
    if (!(explained instanceof Failure)) throw explained;
    const hint = "If a server runs elsewhere, name it with --url.";
    throw new Failure(`No server of its own: ${explained.message}\n${hint}`, { cause: error });
  }
}

/** Another program may be there, or nothing. */
async function isServer(url: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const answer = await fetch(`${url}/_gatepool/health`, { signal });
    return /^\{"status":"ok","version":/.test(await answer.text());
  } catch {
    return false;
  }
}

async function authorityOf(url: string): Promise<string> {
  const address = `${url}/_gatepool/authority`;
  const answer = await reach(address, { signal: AbortSignal.timeout(patienceMs) });
  const text = await answer.text();
  if (answer.ok && text.startsWith("-----BEGIN CERTIFICATE-----")) return text;
  throw new Failure(
    `${address} answers ${answer.status} and no certificate: is this a Gatepool server?`,
  );
}
