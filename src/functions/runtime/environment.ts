import { delimiter, dirname, join } from "node:path";
import type { CodeFolders } from "../code/cache.ts";
import type { FunctionRecord } from "../domain/record.ts";

/** What a function signs its calls with: its role's credentials. */
export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** What one process of a function is started with. */
export interface ProcessSetting {
  readonly record: FunctionRecord;
  readonly folders: CodeFolders;
  /** The process's own, writable. */
  readonly workFolder: string;
  /** Of the program that runs the code; undefined when the code brings its own. */
  readonly interpreter: string | undefined;
  /** `host:port` of the runtime API, perhaps with a path. */
  readonly runtimeApi: string;
  readonly logStream: string;
  readonly credentials: RoleCredentials;
  /** Where this server answers AWS's calls. */
  readonly endpointUrl: string;
}

const systemPath = ["/usr/local/bin", "/usr/bin", "/bin"];

/** The environment of a function's process: built from nothing, as it is on Lambda. */
export function environmentOf(setting: ProcessSetting): Record<string, string> {
  const { record, folders, workFolder, interpreter, credentials, endpointUrl } = setting;
  const { region } = record.tenant;
  const path = interpreter === undefined ? systemPath : [dirname(interpreter), ...systemPath];
  // The layer on top comes first: what it has hides what those below have.
  const layers = [...folders.layers].reverse();
  return {
    // What a function may set itself comes before its own variables, the rest after.
    AWS_ENDPOINT_URL: endpointUrl,
    LANG: "en_US.UTF-8",
    PATH: [...new Set([...path, ...layers.map((layer) => join(layer, "bin"))])].join(delimiter),
    PYTHONPYCACHEPREFIX: folders.compiled,
    TZ: ":UTC",
    ...record.variables,
    ...layerPaths(record, layers),
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_DEFAULT_REGION: region,
    AWS_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${record.runtime}`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(record.memorySize),
    AWS_LAMBDA_FUNCTION_NAME: record.name,
    AWS_LAMBDA_FUNCTION_VERSION: record.version,
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: record.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: setting.logStream,
    AWS_LAMBDA_RUNTIME_API: setting.runtimeApi,
    HOME: workFolder,
    LAMBDA_RUNTIME_DIR: import.meta.dirname,
    LAMBDA_TASK_ROOT: folders.task,
    TMPDIR: join(workFolder, "tmp"),
    _HANDLER: record.handler,
  };
}

/** Where a language looks for what layers hold. AWS: Packaging your layer content. */
function layerPaths({ runtime, variables }: FunctionRecord, layers: readonly string[]) {
  if (layers.length === 0) return {};
  const major = /^nodejs(\d+)/.exec(runtime)?.[1] ?? "";
  const within: Readonly<Record<string, readonly string[]>> = {
    LD_LIBRARY_PATH: ["lib"],
    NODE_PATH: [`nodejs/node${major}/node_modules`, "nodejs/node_modules"],
    PYTHONPATH: [`python/lib/${runtime}/site-packages`, "python"],
  };
  const entries = Object.entries(within).map(([name, folders]) => {
    const found = layers.flatMap((layer) => folders.map((folder) => join(layer, folder)));
    const own = variables[name];
    return [name, [...(own ? [own] : []), ...found].join(delimiter)];
  });
  return Object.fromEntries(entries);
}
