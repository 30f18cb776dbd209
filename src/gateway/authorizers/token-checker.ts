import type { KeySet } from "../../tokens/key-set.ts";
import { type KeyFailure, type KeyReading, KeySetSource } from "../../tokens/key-set-source.ts";
import {
  audienceMeets,
  type CandidateToken,
  type RefusedToken,
  readCandidate,
  refused,
  timeProblem,
  type VerifiedToken,
  verifyCandidate,
} from "../../tokens/verify.ts";
import type { JwtAuthorizerPlan } from "../plan.ts";
import { TokenCache } from "./token-cache.ts";

/** What is found of a token; undefined when the issuer's keys must be read first. */
export type Verdict =
  | VerifiedToken
  | RefusedToken
  | { readonly kind: "no-keys"; readonly failure: KeyFailure }
  | undefined;

/** Two generations of these: about 16 MB of tokens, and as much again of their claims. */
const cachedTokensMax = 8_192;
const cachedCharactersMax = 8_388_608;

/**
 * Checks tokens against JWT authorizers. What was verified is remembered by the whole text that
 * carried it; times and audience are looked at each time, and a token is worth no more than the
 * keys that it was verified by: with new keys it is verified anew.
 */
export class TokenChecker {
  readonly #reading: KeyReading;
  readonly #sources = new Map<string, KeySetSource>();
  readonly #cache = new TokenCache<VerifiedToken>(cachedTokensMax, cachedCharactersMax);

  constructor(reading: KeyReading) {
    this.#reading = reading;
  }

  /**
   * Checks without waiting.
   *
   * @param text what the identity source holds, with or without `Bearer `
   * @param now milliseconds since the epoch
   */
  check(text: string, authorizer: JwtAuthorizerPlan, now: number): Verdict {
    return this.#check(text, authorizer, now, false);
  }

  /** Reads the issuer's keys, then checks. Never rejects. */
  async readKeysAndCheck(
    text: string,
    authorizer: JwtAuthorizerPlan,
    now: number,
  ): Promise<NonNullable<Verdict>> {
    await this.#source(authorizer.issuer).read();
    return this.#check(text, authorizer, now, true) ?? keysNeverCame;
  }

  /** Forgets the keys of an issuer, by any spelling: its pool changed them, or is gone. */
  dropIssuer(issuer: string): void {
    const pool = poolOf(issuer);
    for (const source of this.#sources.values()) {
      if (source.issuer === issuer || poolOf(source.issuer) === pool) source.drop();
    }
  }

  #check(text: string, authorizer: JwtAuthorizerPlan, now: number, last: boolean): Verdict {
    const source = this.#source(authorizer.issuer);
    const keys = source.at(now);
    const known = this.#cache.get(text);
    if (known !== undefined && known.keys === keys) return judge(known, authorizer, now);
    const candidate = readCandidate(withoutScheme(text), (issuer) =>
      isIssuer(issuer, source, keys),
    );
    if (candidate.kind === "refused") return candidate;
    if (!keys) return last || !source.mayRead(now) ? withoutKeys(source) : undefined;
    const found = this.#verify(text, candidate, keys);
    if (found.kind === "verified") return judge(found, authorizer, now);
    // A key that was made since the keys were read.
    const mayBeNew = found.problem === "key" && !last && source.mayRead(now);
    return mayBeNew ? undefined : found;
  }

  #verify(text: string, candidate: CandidateToken, keys: KeySet): VerifiedToken | RefusedToken {
    const found = verifyCandidate(candidate, keys);
    if (found.kind === "verified") this.#cache.offer(text, found);
    return found;
  }

  #source(issuer: string): KeySetSource {
    let source = this.#sources.get(issuer);
    if (!source) {
      source = new KeySetSource(issuer, this.#reading);
      this.#sources.set(issuer, source);
    }
    return source;
  }
}

const keysNeverCame: NonNullable<Verdict> = {
  kind: "no-keys",
  failure: { problem: "storage", detail: "the issuer's keys changed while they were read" },
};

function withoutKeys(source: KeySetSource): Verdict {
  return source.failure ? { kind: "no-keys", failure: source.failure } : keysNeverCame;
}

/** What has to be looked at each time, even of a token that was verified before. */
function judge(token: VerifiedToken, authorizer: JwtAuthorizerPlan, now: number): Verdict {
  if (!audienceMeets(token.claims, authorizer.audience)) {
    return refused("audience", "it is for another audience", token, token.keys);
  }
  const problem = timeProblem(token, now / 1000);
  return problem ? refused(problem, "its times do not fit", token, token.keys) : token;
}

/**
 * The issuer as the authorizer spells it. A pool on this server has two spellings, AWS's and the
 * server's own address: its key shows that the pool is meant, so both will do.
 */
function isIssuer(issuer: unknown, source: KeySetSource, keys: KeySet | undefined): boolean {
  if (issuer === source.issuer) return true;
  if (typeof issuer !== "string" || poolOf(issuer) !== poolOf(source.issuer)) return false;
  return keys === undefined || source.local;
}

/** The last part of an issuer, which for a user pool is its id. */
function poolOf(issuer: string): string {
  return issuer.slice(issuer.lastIndexOf("/") + 1);
}

function withoutScheme(text: string): string {
  return /^bearer /i.test(text) ? text.slice(7).trimStart() : text;
}
