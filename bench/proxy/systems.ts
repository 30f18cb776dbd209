import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startGatepool } from "../gatepool.ts";
import { serverCore } from "../machine.ts";
import { freePort } from "../ports.ts";
import { startPinned, waitForPort } from "../processes.ts";
import { deployProxy } from "./deploy.ts";
import type { Expected } from "./token.ts";

/** A proxy that is running, with its backend behind it. */
export interface RunningSystem {
  readonly url: string;
  /** The same over HTTPS. */
  readonly tlsUrl: string;
  /** The certificate to trust, in PEM. */
  readonly authority: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface System {
  readonly name: string;
  /** Whether it refuses bad tokens. */
  readonly checks: boolean;
  start(surroundings: Surroundings): Promise<RunningSystem>;
}

export interface Surroundings {
  /** Holds `public.pem` and `server.pem`; systems may write there. */
  readonly folder: string;
  readonly upstreamPort: number;
  readonly expected: Expected;
}

const peers = fileURLToPath(new URL("./peers", import.meta.url));

/** Each on the server core; those that are not loaded at the moment cost nothing. */
export const systems: readonly System[] = [
  { name: "gatepool", checks: true, start: startOurs },
  {
    name: "haproxy jwt_verify",
    checks: true,
    start: (around) => startPeer(around, "haproxy-jwt.cfg", ["haproxy", "-db", "-f"]),
  },
  {
    name: "nginx lua cache",
    checks: true,
    start: (around) => startPeer(around, "nginx-lua.conf", ["nginx", "-c"]),
  },
  {
    name: "nginx plain",
    checks: false,
    start: (around) => startPeer(around, "nginx-plain.conf", ["nginx", "-c"]),
  },
];

async function startOurs(around: Surroundings): Promise<RunningSystem> {
  const server = await startGatepool({
    dataDir: join(around.folder, "gatepool"),
    cacheDir: join(around.folder, "compile-cache"),
    core: serverCore,
  });
  const url = await deployProxy(server.url, around);
  const authority = await (await fetch(`${server.url}/_gatepool/authority`)).text();
  return { url, tlsUrl: overTls(url), authority, pid: server.pid, stop: server.stop };
}

async function startPeer(
  { folder, upstreamPort, expected }: Surroundings,
  template: string,
  command: readonly string[],
): Promise<RunningSystem> {
  const port = await freePort();
  const tlsPort = await freePort();
  const values: Record<string, string | number> = {
    PORT: port,
    TLS_PORT: tlsPort,
    UPSTREAM_PORT: upstreamPort,
    FOLDER: folder,
    PEERS: peers,
    ISSUER: expected.issuer,
    AUDIENCE: expected.audience,
    SCOPE: expected.scope,
  };
  const text = await readFile(join(peers, template), "utf8");
  const file = join(folder, template);
  await writeFile(
    file,
    text.replace(/@([A-Z_]+)@/g, (_, name: string) => String(values[name])),
  );
  const { pid, stop } = startPinned(serverCore, [...command, file]);
  await waitForPort(port, template);
  const authority = await readFile(join(folder, "server.pem"), "utf8");
  const tlsUrl = `https://localhost:${tlsPort}/hello`;
  return { url: `http://127.0.0.1:${port}/hello`, tlsUrl, authority, pid, stop };
}

/** By a name, so that clients tell the server which one (SNI). */
function overTls(url: string): string {
  return url.replace("http://127.0.0.1", "https://localhost");
}
