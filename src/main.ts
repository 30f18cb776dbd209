import { mkdir } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { createAccess } from "./access/index.ts";
import { createApis } from "./apis/index.ts";
import type { Settings } from "./config.ts";
import { TraceLog } from "./diagnostics/trace.ts";
import { type Clock, systemClock } from "./foundation/clock.ts";
import { createLog, type Log } from "./foundation/log.ts";
import { type MovedClock, openMovedClock } from "./foundation/moved-clock.ts";
import { type Random, secureRandom } from "./foundation/random.ts";
import { version } from "./foundation/version.ts";
import { createFunctions } from "./functions/index.ts";
import { createGateway } from "./gateway/index.ts";
import { PlanTable } from "./gateway/plan-table.ts";
import { domainsOf } from "./listeners/host.ts";
import { createListener } from "./listeners/index.ts";
import { isTrustedOrigin } from "./listeners/origin.ts";
import { closeServer, listen, openServer } from "./listeners/server.ts";
import { openAuthority } from "./listeners/tls/authority.ts";
import { createCertificates } from "./listeners/tls/certificates.ts";
import { logsDefinition } from "./logs/index.ts";
import { createObjects } from "./objects/index.ts";
import { createStacks } from "./stacks/index.ts";
import { openKeyring, readOrCreateMasterKey } from "./storage/keyring.ts";
import type { Records } from "./storage/records.ts";
import { issuerOf } from "./tokens/issuer.ts";
import { createUserPools } from "./user-pools/index.ts";
import { createAuthenticator } from "./wire/authenticate.ts";
import { createDispatcher } from "./wire/dispatch.ts";
import { createInProcess } from "./wire/in-process.ts";
import { createPageTokens, type PageTokens } from "./wire/paging.ts";
import { createService, lazyService } from "./wire/service.ts";

export interface RunningServer {
  /** Where it answers, such as `http://127.0.0.1:4566`. */
  readonly url: string;
  /** Lets requests in flight finish, ends the functions, and closes the storage. */
  close(): Promise<void>;
}

/** What a server works in, where it is not the real world. */
export interface Surroundings {
  readonly clock?: Clock;
}

/**
 * Starts a server: opens the storage, makes the parts, connects them, and listens.
 *
 * @throws StorageError, MasterKeyError, or the system's error when it cannot listen
 */
export async function startServer(
  settings: Settings,
  surroundings: Surroundings = {},
): Promise<RunningServer> {
  const base = surroundings.clock ?? systemClock;
  const movedClock = settings.development
    ? openMovedClock(join(settings.dataDir, "clock"), base)
    : undefined;
  const foundation = {
    clock: movedClock ?? base,
    movedClock,
    random: secureRandom,
    log: createLog(settings.logLevel),
    traces: new TraceLog(settings.traceCapacity),
  };
  await mkdir(settings.dataDir, { recursive: true, mode: 0o700 });
  const storage = await openStorage(settings, foundation);
  try {
    const { authority, certificates } = await openCertificates(settings, foundation);
    const server = openServer(certificates);
    const reached = { url: server.url, authority: authority.certificate };
    const parts = createParts(settings, { ...foundation, ...storage, ...reached });
    await parts.load();
    await listen(server, parts.listener, settings);
    await parts.resume();
    return {
      url: server.url(),
      async close() {
        await closeServer(server);
        await parts.close();
        await storage.close();
      },
    };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/** What HTTPS needs. Clients compare certificates with the real time, not with a moved clock. */
async function openCertificates(settings: Settings, { random }: Foundation) {
  const { dataDir, certificates: own } = settings;
  const parts = { dataDir, domains: domainsOf(settings), clock: systemClock, random };
  const authority = await openAuthority(parts);
  return { authority, certificates: createCertificates({ own, authority, clock: systemClock }) };
}

interface Foundation {
  readonly clock: Clock;
  /** The same clock, where it can be moved. */
  readonly movedClock: MovedClock | undefined;
  readonly random: Random;
  readonly log: Log;
  readonly traces: TraceLog;
}

type Storage = Awaited<ReturnType<typeof openStorage>>;

/** How clients reach the server. */
interface Reached {
  /** Empty until it listens. */
  url(): string;
  /** The certificate of the local authority, in PEM. */
  readonly authority: string;
}

/** Opens the records, in the data folder or in PostgreSQL, and the keys that seal secrets. */
async function openStorage({ dataDir, databaseUrl }: Settings, foundation: Foundation) {
  const { clock, random } = foundation;
  const records = await openRecords(dataDir, databaseUrl, foundation);
  try {
    const masterKey = await readOrCreateMasterKey(dataDir, random);
    const keyring = await openKeyring({ records, masterKey, random, clock });
    return {
      records,
      keyring,
      async close() {
        keyring.close();
        await records.close();
      },
    };
  } catch (error) {
    await records.close();
    throw error;
  }
}

/** Only the engine that is used is loaded: the other costs start-up time and memory. */
async function openRecords(
  dataDir: string,
  databaseUrl: string | undefined,
  { clock, log }: Foundation,
): Promise<Records> {
  if (databaseUrl !== undefined) {
    const { openPostgres } = await import("./storage/postgres/index.ts");
    return openPostgres({ url: databaseUrl, clock, log });
  }
  const { openSqlite } = await import("./storage/sqlite/index.ts");
  return openSqlite({ file: join(dataDir, "gatepool.db"), clock, log });
}

/** Makes every service, and connects them to each other and to the front door. */
function createParts(settings: Settings, base: Foundation & Storage & Reached) {
  const { keyring, traces, authority, url } = base;
  const { account, region, credentials, development, dataDir } = settings;
  const pageTokens = createPageTokens(keyring);
  const access = createAccess({ ...base, pageTokens });
  const userPools = createUserPools({
    ...base,
    pageTokens,
    issuer: settings.issuer,
    publicUrls: () => [url()],
    keysChanged: (poolId) => gateway.dropIssuer(issuerOf("aws", poolId)),
  });
  const shared = settings.databaseUrl !== undefined;
  const objects = createObjects({ ...base, pageTokens, dataDir, shared });
  const functions = createFunctions({
    ...base,
    ...access,
    ...{ pageTokens, dataDir, development },
    endpointUrl: url,
    readObject: ({ tenant }, at) => objects.read(tenant, at),
  });
  const plans = new PlanTable();
  const { localKeys, documents, outbox } = userPools;
  const { invoke, functionUrl } = functions;
  const signers = { credentials, resolveSession: access.sessionCredentials };
  const authenticate = createAuthenticator({ ...base, ...signers, account });
  const gateway = createGateway({
    ...{ ...base, plans, localKeys, invoke, functionUrl, development },
    accessLogs: functions.logs,
    signedCalls: { authenticate, isTrusted: (headers) => maySign(headers, settings) },
  });
  const apis = createApis({ ...base, plans, localKeys, pages: pageTokens, apiEndpoint });
  const owners = { access, apis, functions, userPools };
  const deployable = deployableServices({ ...base, ...owners, pageTokens });
  const lazily = [objects.service, ...lazyServices({ ...base, pageTokens })];
  const inProcess = createInProcess(deployable, base.random, lazily);
  const stacks = createStacks({ ...base, pageTokens, inProcess, shared, endpointUrl: url });
  const { handle: services, refuse: unserved } = createDispatcher({
    ...base,
    ...{ services: deployable, lazyServices: [...lazily, stacks.service] },
    ...signers,
    defaults: { account, region },
    development,
  });
  const destinations = {
    // API Gateway's and Cognito's operations on domains will fill it.
    customDomains: new Map(),
    ...{ gateway: gateway.handle, documents, services, unserved },
    ...{ outbox, traces, version, authority, stackResponse: stacks.receiveResponse },
    ...(base.movedClock && { movedClock: base.movedClock }),
    ...(credentials.length > 0 && { authenticate }),
  };
  return {
    listener: createListener(destinations, settings),
    async load() {
      await Promise.all([apis.load(), userPools.resume()]);
      if (shared) apis.follow();
    },
    /** Functions that make resources answer to this server, so it has to be reached by then. */
    async resume() {
      await stacks.resume();
      if (shared) stacks.follow();
    },
    async close() {
      gateway.close();
      await stacks.close();
      await Promise.all([apis.close(), functions.close(), objects.close(), userPools.close()]);
    },
  };
}

interface Deployable extends Foundation, Storage {
  readonly pageTokens: PageTokens;
  readonly access: ReturnType<typeof createAccess>;
  readonly apis: ReturnType<typeof createApis>;
  readonly functions: ReturnType<typeof createFunctions>;
  readonly userPools: ReturnType<typeof createUserPools>;
}

/** The services that stacks are made of. */
function deployableServices({ access, apis, functions, userPools, ...base }: Deployable) {
  return [
    createService(userPools.definition),
    createService(apis.definition),
    createService(functions.definition),
    createService(logsDefinition({ ...base, logs: functions.logs })),
    createService(access.iam),
    createService(access.sts),
  ];
}

/** Services that many servers are never asked for. */
function lazyServices(base: Foundation & Storage & { readonly pageTokens: PageTokens }) {
  return [
    lazyService("ssm", async () => {
      const { parametersDefinition } = await import("./parameters/index.ts");
      return parametersDefinition(base);
    }),
    lazyService("ecr", async () => {
      const { imagesDefinition } = await import("./images/index.ts");
      return imagesDefinition(base);
    }),
  ];
}

/** Only where any signature passes must other sites' pages be kept from making one up. */
function maySign(headers: IncomingHttpHeaders, { credentials, allowedOrigins }: Settings): boolean {
  return credentials.length > 0 || isTrustedOrigin(headers, allowedOrigins);
}

/** Where AWS would serve an API; the same host name finds it here. */
function apiEndpoint(apiId: string, region: string): string {
  return `https://${apiId}.execute-api.${region}.amazonaws.com`;
}
