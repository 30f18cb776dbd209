import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import type { Tenant } from "../foundation/arn.ts";
import type { Clock } from "../foundation/clock.ts";
import { Fault } from "../foundation/fault.ts";
import type { Invoke } from "../foundation/invoke.ts";
import type { Log } from "../foundation/log.ts";
import type { Random } from "../foundation/random.ts";
import { LogStore } from "../logs/index.ts";
import type { Keyring } from "../storage/keyring.ts";
import type { Records } from "../storage/records.ts";
import type { InProcessCaller } from "../wire/in-process.ts";
import type { PageTokens } from "../wire/paging.ts";
import type { ServiceDefinition } from "../wire/service.ts";
import { CodeCache, type CodeFolders } from "./code/cache.ts";
import { removeReadOnly } from "./code/removal.ts";
import { openRunFolder } from "./code/run-folder.ts";
import type { FunctionsContext, Markers, ObjectAddress } from "./contract.ts";
import type { CodeReference, FunctionRecord } from "./domain/record.ts";
import { EventQueue } from "./event-queue.ts";
import { type FunctionUrl, FunctionUrls } from "./function-urls.ts";
import { Invoker } from "./invoker.ts";
import { LayerStore } from "./layer-store.ts";
import { Permissions, type RefusalToAct } from "./permissions.ts";
import type { RoleCredentials } from "./runtime/environment.ts";
import { Fleet, type FleetLimits } from "./runtime/fleet.ts";
import { Interpreters } from "./runtime/interpreters.ts";
import { Launcher } from "./runtime/launcher.ts";
import { Reaper } from "./runtime/reaper.ts";
import { Watch } from "./runtime/watch.ts";
import { defineService } from "./service.ts";
import { FunctionStore } from "./store.ts";
import { UrlStore } from "./url-store.ts";

export type { ObjectAddress } from "./contract.ts";
export type { FunctionUrl } from "./function-urls.ts";

export interface FunctionsDeps {
  readonly records: Records;
  readonly keyring: Keyring;
  readonly pageTokens: PageTokens;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Unpacked code and working folders lie in `functions/` of it, what they write in `logs/`. */
  readonly dataDir: string;
  /** Whether another version of a language will do when the exact one is not there. */
  readonly development: boolean;
  /** Where to look for Python and Node.js; the server's own `PATH` when absent. */
  readonly path?: string;
  /** Address under which functions reach this server. */
  endpointUrl(): string;
  /** Throws when there are none to be had for the role. */
  credentialsFor(
    roleArn: string,
    tenant: Tenant,
    functionName: string,
  ): RoleCredentials | Promise<RoleCredentials>;
  /** Whether a role's trust policy lets in a service; roles are not checked without it. */
  canAssume?(roleArn: string, servicePrincipal: string): Promise<boolean>;
  /** Whether a service may run a function under a role; such roles are not checked without it. */
  readonly refusalToAct?: RefusalToAct;
  /** Reads an object of S3 on somebody's behalf; without it, code comes with requests only. */
  readObject?(caller: InProcessCaller, at: ObjectAddress): Promise<AsyncIterable<Uint8Array>>;
  readonly limits?: Partial<FunctionsLimits>;
}

export interface FunctionsLimits extends FleetLimits {
  /** A process without work is frozen after this long, in ms. */
  readonly freezeAfterMs: number;
  /** A frozen process ends after this long, in ms. */
  readonly endAfterMs: number;
  /** Before each further attempt at an event that nobody waits for, in ms. */
  readonly retryAfterMs: readonly number[];
}

/** Functions as this server has them. */
export interface Functions {
  readonly definition: ServiceDefinition<FunctionsContext>;
  readonly invoke: Invoke;
  /** The URL of this id; undefined when there is none. */
  functionUrl(urlId: string): Promise<FunctionUrl | undefined>;
  readonly logs: LogStore;
  /** Ends all processes. */
  close(): Promise<void>;
}

const defaultLimits: FunctionsLimits = {
  workersMax: 64,
  waitingMax: 1000,
  startingMax: Math.max(4, availableParallelism()),
  freezeAfterMs: 1000,
  endAfterMs: 300_000,
  retryAfterMs: [60_000, 120_000],
};

/** AWS Lambda: keeps functions, and runs them in processes of their own. */
export function createFunctions(deps: FunctionsDeps): Functions {
  const { clock, random, log } = deps;
  const dataDir = resolve(deps.dataDir);
  const limits = { ...defaultLimits, ...deps.limits };
  const store = new FunctionStore(deps.records, deps.keyring);
  const layers = new LayerStore(deps.records);
  const runFolder = openRunFolder(join(dataDir, "functions"), random);
  const cache = new CodeCache(join(runFolder, "code"), random);
  const reaper = new Reaper();
  const logs = new LogStore(join(dataDir, "logs"), clock, log);
  const launcher = new Launcher({
    ...{ clock, random, log, logs, reaper, watch: new Watch() },
    ...{ freezeAfterMs: limits.freezeAfterMs, endAfterMs: limits.endAfterMs },
    interpreters: new Interpreters(deps.path ?? process.env.PATH ?? "", deps.development),
    workFolder: join(runFolder, "work"),
    endpointUrl: deps.endpointUrl,
    codeOf: (record) => foldersOf(record, cache, store),
    credentialsFor: async ({ role, tenant, name }) => deps.credentialsFor(role, tenant, name),
  });
  const fleet = new Fleet(limits, (record, owner) => launcher.launch(record, owner), clock);
  const forgetCode = (codeId: string) => cache.remove(codeId);
  const permissions = new Permissions(deps.refusalToAct);
  const invoker = new Invoker({ store, fleet, permissions, clock, random, forgetCode });
  const urls = new FunctionUrls(new UrlStore(deps.records), invoker);
  const queue = new EventQueue({
    ...{ log, max: limits.waitingMax, retryAfterMs: limits.retryAfterMs },
    async run({ record: { tenant, name, version }, concurrencyMax, ...event }) {
      const found = await invoker.find(tenant, name, version);
      return found && invoker.execute({ ...event, ...found });
    },
  });
  const { canAssume } = deps;
  return {
    definition: defineService((call) => ({
      ...{
        tenant: call.tenant,
        requestId: call.requestId,
        functions: store,
        layers,
        clock,
        random,
      },
      markers: markersOf(deps.pageTokens, call.tenant),
      async readObject(at) {
        if (deps.readObject) return deps.readObject(call, at);
        throw new Fault("NoSuchBucket", "The specified bucket does not exist");
      },
      ...(canAssume ? { mayAssume: (arn: string) => canAssume(arn, principal) } : {}),
      async unpack({ code, runtime }, zip) {
        if (runtime !== undefined) launcher.prepare(runtime);
        await cache.folders(code.id, async () => zip);
      },
      forget: (record) => void forgetCode(record.code.id),
      changed: (before, after) => invoker.changed(before, after),
      execute: (request) => invoker.execute(request),
      enqueue: (request) => queue.add(request),
    })),
    invoke: invoker.invoke,
    functionUrl: (urlId) => urls.find(urlId),
    logs,
    async close() {
      queue.close();
      await fleet.close();
      reaper.close();
      await logs.close();
      await cache.settle();
      await removeReadOnly(runFolder);
    },
  };
}

const principal = "lambda.amazonaws.com";

/** The code and the layers of a function, unpacked on this node. */
async function foldersOf(
  { code, layers }: FunctionRecord,
  cache: CodeCache,
  store: FunctionStore,
): Promise<CodeFolders> {
  const own = await cache.folders(code.id, () => readCode(store, code));
  const folders: string[] = [];
  for (const layer of layers) {
    const { task } = await cache.folders(layer.code.id, () => readCode(store, layer.code));
    folders.push(task);
  }
  return { ...own, layers: folders };
}

async function readCode(store: FunctionStore, code: CodeReference): Promise<Buffer> {
  const zip = await store.readCode(code);
  if (zip) return zip;
  throw new Error("The function's code was replaced a moment ago: try again");
}

function markersOf(pageTokens: PageTokens, { account, region }: Tenant): Markers {
  const contextOf = (list: string) => `lambda/${list}/${account}/${region}`;
  return {
    seal: (position, list) => pageTokens.seal(position, contextOf(list)),
    open: (marker, list) => pageTokens.open(marker, contextOf(list)),
  };
}
