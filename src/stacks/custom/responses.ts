import { createHash, timingSafeEqual } from "node:crypto";
import type { Clock } from "../../foundation/clock.ts";
import type { Random } from "../../foundation/random.ts";
import type { ExpectedResponseStore } from "./expected-response-store.ts";
import { type CustomResponse, parseResponse, responseBytesMax } from "./response.ts";

export interface ResponsesParts {
  readonly store: ExpectedResponseStore;
  readonly clock: Clock;
  readonly random: Random;
  /** Address under which functions reach this server. */
  endpointUrl(): string;
}

/** An answer that is waited for. */
export interface Awaited {
  readonly requestId: string;
  /** Where the function puts its answer. Whoever knows it can answer, once. */
  readonly url: string;
  /** Undefined when the time is over. */
  readonly response: Promise<CustomResponse | undefined>;
  /** Waits no more. */
  giveUp(): void;
}

/** Where functions put their answers, below the server's own address. */
export const responsesPath = "/_gatepool/stack-responses/";

const tokenBytes = 32;
/** An answer is kept for a while after its time, for a server that dies before it reads it. */
const keptMs = 60 * 60 * 1000;

/** Waits for the answers of custom resources' functions, and takes them in. */
export class Responses {
  readonly #parts: ResponsesParts;
  readonly #waiting = new Map<string, (response: CustomResponse) => void>();

  constructor(parts: ResponsesParts) {
    this.#parts = parts;
  }

  /** Expects an answer about a resource; one that was expected before comes too late. */
  async expect(creation: string, limitMs: number): Promise<Awaited> {
    const { store, clock, random, endpointUrl } = this.#parts;
    const requestId = random.uuid();
    const token = random.bytes(tokenBytes).toString("base64url");
    const expiresAt = clock.now() + limitMs + keptMs;
    await store.expect({ creation, requestId, tokenHash: hashOf(token), expiresAt });
    const url = `${endpointUrl()}${responsesPath}${encodeURIComponent(creation)}/${token}`;
    const { promise, resolve } = Promise.withResolvers<CustomResponse | undefined>();
    const timer = setTimeout(() => resolve(undefined), limitMs).unref();
    const giveUp = () => {
      clearTimeout(timer);
      this.#waiting.delete(requestId);
      resolve(undefined);
    };
    this.#waiting.set(requestId, (response) => {
      resolve(response);
      giveUp();
    });
    return { requestId, url, response: promise, giveUp };
  }

  /** The answer that has come about a resource, whoever waited for it. */
  async last(creation: string): Promise<CustomResponse | "none yet" | undefined> {
    const expected = await this.#parts.store.get(creation);
    if (!expected) return undefined;
    const text = this.#parts.store.textOf(expected);
    return text === undefined ? "none yet" : parseResponse(text, expected.value.requestId);
  }

  /**
   * Takes in an answer.
   *
   * @param path what comes behind `responsesPath`
   * @returns false when nobody has asked for it, or it has come before
   */
  async receive(path: string, body: Buffer): Promise<boolean> {
    const [creation = "", token = "", ...rest] = path.split("/").map(decoded);
    const expected = rest.length === 0 ? await this.#parts.store.get(creation) : undefined;
    if (!expected || !isSame(expected.value.tokenHash, hashOf(token))) return false;
    if (this.#parts.store.textOf(expected) !== undefined) return false;
    // What is too long is cut, and still too long.
    const text = body.subarray(0, responseBytesMax + 1).toString();
    if (!(await this.#parts.store.keep(expected, text))) return false;
    this.#waiting.get(expected.value.requestId)?.(parseResponse(text, expected.value.requestId));
    return true;
  }
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
