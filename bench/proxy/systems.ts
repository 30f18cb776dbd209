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
  /** Holds `public.pem`; systems may write there. */
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
  return { url, pid: server.pid, stop: server.stop };
}

async function startPeer(
  { folder, upstreamPort, expected }: Surroundings,
  template: string,
  command: readonly string[],
): Promise<RunningSystem> {
  const port = await freePort();
  const values: Record<string, string | number> = {
    PORT: port,
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
  return { url: `http://127.0.0.1:${port}/hello`, pid, stop };
}
