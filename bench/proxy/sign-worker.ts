import { createPrivateKey } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { type Expected, signToken } from "./token.ts";

/** What a worker is told to do. */
export interface SigningTask {
  readonly expected: Expected;
  /** PKCS #8, PEM. */
  readonly privateKey: string;
  readonly count: number;
}

const { expected, privateKey, count }: SigningTask = workerData;
const key = createPrivateKey(privateKey);
parentPort?.postMessage(Array.from({ length: count }, () => signToken(expected, key)));
