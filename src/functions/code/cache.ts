import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Random } from "../../foundation/random.ts";
import { removeReadOnly } from "./removal.ts";
import { unpackZip } from "./zip.ts";

/** Where a function's code lies on this node. */
export interface CodeFolders {
  /** The unpacked code, read-only: `LAMBDA_TASK_ROOT`. */
  readonly task: string;
  /** Where Python may keep what it compiles. */
  readonly compiled: string;
  /** The unpacked layers, read-only, the one that lies on top last: for what `/opt` holds. */
  readonly layers: readonly string[];
}

/** Unpacked code on this node's disk: each upload once, made when it is first needed. */
export class CodeCache {
  readonly #folder: string;
  readonly #random: Random;
  readonly #unpacking = new Map<string, Promise<void>>();
  #removed: Promise<unknown> = Promise.resolve();

  /** @param folder exists, and belongs to this process alone */
  constructor(folder: string, random: Random) {
    this.#folder = folder;
    this.#random = random;
    prepare(folder);
  }

  /**
   * The code of an upload, unpacked; `load` gives the zip file when it is not here yet.
   * @throws BadCode when it cannot be unpacked.
   */
  async folders(codeId: string, load: () => Promise<Buffer>): Promise<Omit<CodeFolders, "layers">> {
    const folder = join(this.#folder, codeId);
    if (!existsSync(folder)) await this.#unpackOnce(codeId, folder, load);
    return { task: join(folder, "task"), compiled: join(folder, "compiled") };
  }

  /** Never rejects: what cannot be removed now is removed when the next server starts. */
  remove(codeId: string): Promise<void> {
    const unpacked = this.#unpacking.get(codeId) ?? Promise.resolve();
    const removed = unpacked.then(() => removeReadOnly(join(this.#folder, codeId))).catch(() => {});
    this.#removed = Promise.all([this.#removed, removed]);
    return removed;
  }

  /** Resolves when all that was to be removed is. */
  async settle(): Promise<void> {
    await this.#removed;
  }

  async #unpackOnce(codeId: string, folder: string, load: () => Promise<Buffer>): Promise<void> {
    const running = this.#unpacking.get(codeId) ?? this.#unpack(folder, load);
    this.#unpacking.set(codeId, running);
    try {
      await running;
    } finally {
      this.#unpacking.delete(codeId);
    }
  }

  /** Under another name first: a folder that has its name is complete. */
  async #unpack(folder: string, load: () => Promise<Buffer>): Promise<void> {
    const partial = `${folder}.${this.#random.bytes(6).toString("hex")}`;
    const zip = await load();
    await mkdir(join(partial, "task"), { recursive: true });
    await mkdir(join(partial, "compiled"));
    try {
      await unpackZip(zip, join(partial, "task"));
      await rename(partial, folder);
    } catch (error) {
      await removeReadOnly(partial);
      throw error;
    }
  }
}

/**
 * Node looks for packages, and for the package.json that tells a module's kind, in all folders
 * above a file. What it finds above the code is a package.json that says nothing, as there is
 * none on Lambda, and the AWS SDK, which is there on Lambda. The rest of the machine's packages
 * are out of reach.
 */
function prepare(folder: string): void {
  writeFileSync(join(folder, "package.json"), "{}\n");
  const sdk = findSdk();
  if (!sdk) return;
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  symlinkSync(sdk, join(folder, "node_modules", "@aws-sdk"), "dir");
}

/** The `@aws-sdk` folder beside this server, or in the project that it was started in. */
function findSdk(): string | undefined {
  const here = createRequire(import.meta.url).resolve.paths("@aws-sdk/client-lambda") ?? [];
  const project = createRequire(join(process.cwd(), "project.js"));
  const there = project.resolve.paths("@aws-sdk/client-lambda") ?? [];
  return [...here, ...there]
    .map((modules) => join(modules, "@aws-sdk"))
    .find((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
}
