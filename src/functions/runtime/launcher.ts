import { statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../../foundation/clock.ts";
import type { Log } from "../../foundation/log.ts";
import type { Random } from "../../foundation/random.ts";
import type { LogStore } from "../../logs/index.ts";
import type { CodeFolders } from "../code/cache.ts";
import { removeReadOnly } from "../code/removal.ts";
import { type FunctionRecord, functionArn } from "../domain/record.ts";
import { parseRuntime } from "../domain/runtime.ts";
import { environmentOf, type RoleCredentials } from "./environment.ts";
import type { Interpreter, Interpreters } from "./interpreters.ts";
import { Output } from "./output.ts";
import type { Reaper } from "./reaper.ts";
import type { Watch } from "./watch.ts";
import { Worker } from "./worker.ts";
import type { WorkerOwner, WorkerParts } from "./worker-parts.ts";

export interface LauncherParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly logs: LogStore;
  readonly interpreters: Interpreters;
  readonly reaper: Reaper;
  readonly watch: Watch;
  /** Holds the working folders. */
  readonly workFolder: string;
  readonly freezeAfterMs: number;
  readonly endAfterMs: number;
  codeOf(record: FunctionRecord): Promise<CodeFolders>;
  credentialsFor(record: FunctionRecord): Promise<RoleCredentials>;
  endpointUrl(): string;
}

/** Starts processes of functions, with everything that they find on Lambda. */
export class Launcher {
  readonly #parts: LauncherParts;
  /** Functions whose warning has been logged: once each is enough. */
  readonly #warned = new Set<string>();

  constructor(parts: LauncherParts) {
    this.#parts = parts;
  }

  /** Looks for what runs a runtime's functions, so that no first event need wait for that. */
  prepare(name: string): void {
    const runtime = parseRuntime(name);
    if (runtime.kind === "provided") return;
    // What is missing is told to whoever runs the function.
    this.#parts.interpreters.find(runtime).catch(() => {});
  }

  /** @throws when there is no program to run the function, or no code. */
  async launch(record: FunctionRecord, owner: WorkerOwner): Promise<Worker> {
    const { logs, random, reaper, watch, freezeAfterMs, endAfterMs } = this.#parts;
    const folders = await this.#parts.codeOf(record);
    const interpreter = await this.#interpreterFor(record, folders);
    const credentials = await this.#parts.credentialsFor(record);
    const workFolder = await this.#makeWorkFolder();
    const logStream = this.#newLogStream(record);
    const group = { tenant: record.tenant, name: record.logGroup };
    const output = new Output((lines) => logs.append(group, logStream, lines));
    this.#announce(record, interpreter, output);
    const parts: WorkerParts = {
      ...{ record, output, watch, reaper, owner, freezeAfterMs, endAfterMs },
      expiresAt: credentials.expiresAt,
      ...(interpreter ? { secret: random.bytes(24).toString("hex") } : {}),
      ...(interpreter?.warning ? { warning: interpreter.warning } : {}),
      command: (runtimeApi) => ({
        ...programOf(record, folders, interpreter),
        cwd: folders.task,
        fileSizeMax: record.ephemeralStorage,
        env: environmentOf({
          ...{ record, folders, workFolder, runtimeApi, logStream, credentials },
          interpreter: interpreter?.path,
          endpointUrl: this.#parts.endpointUrl(),
        }),
      }),
      // What cannot be removed is removed when the next server starts.
      cleanUp: () => removeReadOnly(workFolder).catch(() => {}),
    };
    return Worker.start(parts);
  }

  async #interpreterFor(
    record: FunctionRecord,
    folders: CodeFolders,
  ): Promise<Interpreter | undefined> {
    const runtime = parseRuntime(record.runtime);
    if (runtime.kind !== "provided") return this.#parts.interpreters.find(runtime);
    if (bootstrapOf(folders) !== undefined) return undefined;
    throw new Error(
      `The function has the runtime ${record.runtime} but no executable file called bootstrap ` +
        "at the root of its code: put one there, with its executable bit set in the zip file.",
    );
  }

  async #makeWorkFolder(): Promise<string> {
    const folder = join(this.#parts.workFolder, this.#parts.random.bytes(8).toString("hex"));
    await mkdir(join(folder, "tmp"), { recursive: true, mode: 0o700 });
    return folder;
  }

  /** `2026/11/20/[$LATEST]0123456789abcdef0123456789abcdef` */
  #newLogStream({ version }: FunctionRecord): string {
    const { clock, random } = this.#parts;
    const day = new Date(clock.now()).toISOString().slice(0, 10).replaceAll("-", "/");
    return `${day}/[${version}]${random.bytes(16).toString("hex")}`;
  }

  #announce(record: FunctionRecord, interpreter: Interpreter | undefined, output: Output): void {
    const [language] = record.runtime.split(/\d/);
    const version = interpreter ? `${language}:${interpreter.version}` : record.runtime;
    output.line(`INIT_START Runtime Version: ${version}`);
    if (!interpreter?.warning) return;
    output.line(`[WARNING] ${interpreter.warning}`);
    const arn = functionArn(record.tenant, record.name);
    if (this.#warned.has(`${arn} ${record.runtime}`)) return;
    this.#warned.add(`${arn} ${record.runtime}`);
    this.#parts.log.warn({ function: arn, runtime: record.runtime }, interpreter.warning);
  }
}

const bootstraps = join(import.meta.dirname, "bootstrap");

/** The program that brings its own runtime: of the code, or of the topmost layer that has one. */
function bootstrapOf({ task, layers }: CodeFolders): string | undefined {
  const paths = [task, ...[...layers].reverse()].map((folder) => join(folder, "bootstrap"));
  return paths.find((path) => {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
    return (mode & 0o111) !== 0;
  });
}

function programOf(
  record: FunctionRecord,
  folders: CodeFolders,
  interpreter: Interpreter | undefined,
): { path: string; args: string[] } {
  if (!interpreter) return { path: bootstrapOf(folders) ?? "", args: [] };
  const { path, sdkFolder } = interpreter;
  if (parseRuntime(record.runtime).kind === "python") {
    const args = ["-u", join(bootstraps, "python.py"), ...(sdkFolder ? [sdkFolder] : [])];
    return { path, args };
  }
  const memory = `--max-old-space-size=${record.memorySize}`;
  return { path, args: [memory, join(bootstraps, "node.mjs")] };
}
