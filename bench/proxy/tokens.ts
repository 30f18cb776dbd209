import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { SigningTask } from "./sign-worker.ts";
import { type Expected, signToken } from "./token.ts";

/** The tokens of a comparison, and the files in its folder that the systems read. */
export interface TokenSet {
  /** The public key, as an issuer publishes it. */
  readonly jwk: object;
  /** A token that is let through. */
  readonly good: string;
  /** By what is wrong with it: tokens that must be refused. */
  readonly bad: Readonly<Record<string, string>>;
  /** By mode: a file with one token a line. */
  readonly files: Readonly<Record<TokenMode, string>>;
  /** How many the `new` file holds. */
  readonly newCount: number;
}

/** One token; 5,000, which a cache holds; so many that a cache never sees one again in time. */
export const tokenModes = ["one", "known", "new"] as const;
export type TokenMode = (typeof tokenModes)[number];

const knownCount = 5000;

/** Makes a key, signs everything in worker threads, and writes `public.pem` and the tokens. */
export async function makeTokens(
  folder: string,
  expected: Expected,
  newCount: number,
): Promise<TokenSet> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const publicKey = createPublicKey(privateKey);
  await writeFile(
    join(folder, "public.pem"),
    publicKey.export({ format: "pem", type: "spki" }).toString(),
  );
  const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  const good = signToken(expected, privateKey);
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  return {
    jwk: { ...publicKey.export({ format: "jwk" }), kid: expected.keyId, alg: "RS256", use: "sig" },
    good,
    bad: {
      expired: signToken(expected, privateKey, { exp: Math.floor(Date.now() / 1000) - 10 }),
      "other audience": signToken(expected, privateKey, { aud: "other", client_id: "other" }),
      "other issuer": signToken(expected, privateKey, { iss: "http://127.0.0.1:1/other" }),
      "no scope": signToken(expected, privateKey, { scope: "openid" }),
      "other key": signToken(expected, stranger),
      "no token": "x.y.z",
    },
    files: {
      one: await writeLines(join(folder, "one.txt"), [good]),
      known: await writeLines(
        join(folder, "known.txt"),
        await signMany({ expected, privateKey: pem, count: knownCount }),
      ),
      new: await writeLines(
        join(folder, "new.txt"),
        await signMany({ expected, privateKey: pem, count: newCount }),
      ),
    },
    newCount,
  };
}

async function signMany(task: SigningTask): Promise<string[]> {
  const workers = availableParallelism();
  const share = Math.ceil(task.count / workers);
  const parts = await Promise.all(
    Array.from({ length: workers }, async (): Promise<string[]> => {
      const worker = new Worker(new URL("./sign-worker.ts", import.meta.url), {
        workerData: { ...task, count: share },
      });
      const [tokens] = await once(worker, "message");
      return tokens;
    }),
  );
  return parts.flat();
}

async function writeLines(file: string, lines: readonly string[]): Promise<string> {
  await writeFile(file, `${lines.join("\n")}\n`);
  return file;
}
