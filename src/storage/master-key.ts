import { createHash } from "node:crypto";
import { link, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Random } from "../foundation/random.ts";
import type { SealingKey } from "./seal.ts";

/** The key above all others. It is kept outside the database, which is worth nothing without it. */
export interface MasterKey extends SealingKey {
  /** Where it comes from, for messages: a path, or the name of a setting. */
  readonly source: string;
  /** A new key that is kept nowhere yet: `keep` writes it down. */
  readonly isNew: boolean;
  /** Writes a new key down. Answers with the key that stands: another process may be faster. */
  keep(): Promise<MasterKey>;
}

/** The master key is missing, malformed, readable by others, or not the one of this database. */
export class MasterKeyError extends Error {
  override readonly name = "MasterKeyError";
}

/**
 * The master key of a data folder, from its file `master.key`. When there is no file, a new key,
 * which is written only once it is needed: records sealed under a lost key must not get a new one.
 * @throws MasterKeyError when the file is malformed, or readable by other users.
 */
export async function readOrCreateMasterKey(folder: string, random: Random): Promise<MasterKey> {
  const file = join(folder, "master.key");
  return (await readKeyFile(file)) ?? newMasterKey(file, random);
}

/** @throws MasterKeyError when the text is no master key as Gatepool writes it. */
function parseMasterKey(text: string, source: string): MasterKey {
  const line = text.split("\n").find((each) => each.trim() !== "" && !each.startsWith("#")) ?? "";
  const [label, id, secretText, ...rest] = line.trim().split(":");
  const secret = Buffer.from(secretText ?? "", "base64url");
  const wellFormed = label === keyLabel && secret.length === secretBytes && rest.length === 0;
  if (!wellFormed || id !== fingerprint(secret)) {
    throw new MasterKeyError(
      `${source} holds no master key, or an altered one. Restore it from a backup: without it, ` +
        "what was sealed under it (signing keys, passwords, client secrets) cannot be opened.",
    );
  }
  return keptKey(secret, source);
}

async function readKeyFile(file: string): Promise<MasterKey | undefined> {
  let text: string;
  try {
    const { mode } = await stat(file);
    if (process.platform !== "win32" && (mode & 0o077) !== 0) throw tooOpen(file, mode);
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof MasterKeyError) throw error;
    if (isCode(error, "ENOENT")) return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new MasterKeyError(`The master key cannot be read: ${reason}`, { cause: error });
  }
  return parseMasterKey(text, file);
}

function tooOpen(file: string, mode: number): MasterKeyError {
  const octal = (mode & 0o777).toString(8);
  return new MasterKeyError(
    `${file} may be read by other users of this machine (its mode is ${octal}). If nobody else ` +
      `has seen it, run: chmod 600 ${file}`,
  );
}

function newMasterKey(file: string, random: Random): MasterKey {
  const key = keptKey(random.bytes(secretBytes), file);
  return { ...key, isNew: true, keep: () => writeKeyFile(file, key, random) };
}

/** Written beside and linked into place: the file appears whole, and never over another. */
async function writeKeyFile(file: string, key: MasterKey, random: Random): Promise<MasterKey> {
  await mkdir(join(file, ".."), { recursive: true, mode: 0o700 });
  const draft = `${file}.${random.bytes(6).toString("hex")}`;
  try {
    const handle = await open(draft, "wx", 0o600);
    await handle.writeFile(keyFileText(key));
    await handle.sync();
    await handle.close();
    await link(draft, file);
    return key;
  } catch (error) {
    const standing = isCode(error, "EEXIST") ? await readKeyFile(file) : undefined;
    if (standing) return standing;
    throw new MasterKeyError(`The new master key cannot be written to ${file}`, { cause: error });
  } finally {
    await rm(draft, { force: true });
  }
}

function keptKey(secret: Buffer, source: string): MasterKey {
  const key: MasterKey = {
    id: fingerprint(secret),
    secret,
    source,
    isNew: false,
    keep: async () => key,
  };
  return key;
}

/** The key's id tells an altered key from a wrong one, and nothing about the key. */
function fingerprint(secret: Buffer): string {
  return createHash("sha256")
    .update("gatepool master key")
    .update(secret)
    .digest("hex")
    .slice(0, 16);
}

function keyFileText(key: MasterKey): string {
  return [
    "# The master key of this Gatepool data. Keep it secret, keep a backup of it, and keep that",
    "# apart from backups of the database: together they open every secret, alone neither does.",
    `${keyLabel}:${key.id}:${key.secret.toString("base64url")}`,
    "",
  ].join("\n");
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

const keyLabel = "gatepool-master-key-1";
const secretBytes = 32;
