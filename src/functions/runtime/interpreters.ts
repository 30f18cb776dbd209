import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";
import { promisify } from "node:util";
import type { Runtime } from "../domain/runtime.ts";

/** A program that runs code of some language, and was seen to run. */
export interface Interpreter {
  /** Its own path, not that of a wrapper that would need the server's environment. */
  readonly path: string;
  readonly version: string;
  /** Folder of boto3, where Python has it. */
  readonly sdkFolder?: string;
  /** Present when it is not what the function asks for. */
  readonly warning?: string;
}

/** There is no program to run the function with; the message says what to install. */
export class InterpreterMissing extends Error {
  override readonly name = "InterpreterMissing";
}

type Language = Exclude<Runtime, { kind: "provided" }>;

const probeTimeoutMs = 10_000;
const run = promisify(execFile);

/** Finds the programs on this machine, and remembers what it found. */
export class Interpreters {
  readonly #folders: readonly string[];
  readonly #development: boolean;
  readonly #found = new Map<string, Promise<Interpreter>>();
  readonly #probed = new Map<string, Promise<Interpreter | undefined>>();

  /**
   * @param path folders to look in, as `PATH` lists them
   * @param development whether the nearest version will do when the exact one is not there
   */
  constructor(path: string, development: boolean) {
    this.#folders = path.split(delimiter).filter(isAbsolute);
    this.#development = development;
  }

  /** @throws InterpreterMissing */
  async find(language: Language): Promise<Interpreter> {
    const key = `${language.kind}${language.version}`;
    const found = this.#found.get(key) ?? this.#search(language);
    this.#found.set(key, found);
    try {
      return await found;
    } catch (error) {
      // It may be installed meanwhile.
      this.#found.delete(key);
      this.#probed.clear();
      throw error;
    }
  }

  async #search(language: Language): Promise<Interpreter> {
    const { kind, version } = language;
    const exact = await this.#probeAll(exactCandidates(language, this.#folders));
    const fitting = exact.filter((found) => isVersion(found.version, version));
    const best = fitting.find(({ sdkFolder }) => sdkFolder) ?? fitting[0];
    if (best) return best;
    const name = kind === "python" ? `Python ${version}` : `Node.js ${version}`;
    if (!this.#development) throw new InterpreterMissing(missing(name, kind, version));
    const others = await this.#probeAll(await this.#anyCandidates(kind));
    const nearest = others.sort(byDistance(version))[0];
    if (!nearest) throw new InterpreterMissing(missing(name, kind, version));
    const warning =
      `${name} is not on this machine: the function runs with ${nearest.version}, found at ` +
      `${nearest.path}. Install ${name} to run it as AWS would.`;
    return { ...nearest, warning };
  }

  async #anyCandidates(kind: Language["kind"]): Promise<string[]> {
    // The one that runs this server is newer than what functions ask for.
    if (kind === "nodejs") return [process.execPath];
    const lists = await Promise.all(
      this.#folders.map(async (folder) => {
        const names = await readdir(folder).catch((): string[] => []);
        return names.filter((name) => /^python3(\.\d+)?$/.test(name)).map((n) => join(folder, n));
      }),
    );
    return lists.flat();
  }

  async #probeAll(paths: readonly string[]): Promise<Interpreter[]> {
    const found = await Promise.all(
      [...new Set(paths)].map((path) => {
        const probed = this.#probed.get(path) ?? probe(path);
        this.#probed.set(path, probed);
        return probed;
      }),
    );
    return found.filter((interpreter) => interpreter !== undefined);
  }
}

function exactCandidates({ kind, version }: Language, folders: readonly string[]): string[] {
  const names = kind === "python" ? [`python${version}`, "python3"] : ["node"];
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return kind === "nodejs" ? [...paths, process.execPath] : paths;
}

const pythonProbe = `
import importlib.util, json, os, sys
spec = importlib.util.find_spec("boto3")
sdk = os.path.dirname(os.path.dirname(spec.origin)) if spec and spec.origin else None
version = ".".join(str(part) for part in sys.version_info[:3])
print(json.dumps({"path": sys.executable, "version": version, "sdkFolder": sdk}))
`;

const nodeProbe = `
console.log(JSON.stringify({ path: process.execPath, version: process.versions.node }))
`;

/** Runs it: a name on the path may be a wrapper of a version that is not installed. */
async function probe(path: string): Promise<Interpreter | undefined> {
  const isPython = /python3(\.\d+)?$/.test(path);
  const args = isPython ? ["-c", pythonProbe] : ["-e", nodeProbe];
  try {
    const { stdout } = await run(path, args, { timeout: probeTimeoutMs, cwd: "/" });
    const found: Interpreter & { sdkFolder: string | null } = JSON.parse(stdout);
    const { sdkFolder, ...rest } = found;
    return sdkFolder ? { ...rest, sdkFolder } : rest;
  } catch {
    return undefined;
  }
}

function isVersion(version: string, wanted: string): boolean {
  return version === wanted || version.startsWith(`${wanted}.`);
}

/** Nearest first, of two that are equally near the newer one. */
function byDistance(wanted: string) {
  const [major = 0, minor = 0] = parts(wanted);
  const distance = ({ version }: Interpreter) => {
    const [itsMajor = 0, itsMinor = 0] = parts(version);
    return Math.abs(itsMajor - major) * 1000 + (wanted.includes(".") ? itsMinor - minor : 0);
  };
  return (a: Interpreter, b: Interpreter) =>
    Math.abs(distance(a)) - Math.abs(distance(b)) || distance(b) - distance(a);
}

function parts(version: string): number[] {
  return version.split(".").map(Number);
}

function missing(name: string, kind: Language["kind"], version: string): string {
  const program = kind === "python" ? `python${version}` : `node ${version}`;
  return `The function needs ${name}, which is not on this machine. Install ${name} so that \
${program} is on the PATH of the server.`;
}
