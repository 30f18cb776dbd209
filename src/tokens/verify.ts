import { type KeyObject, verify } from "node:crypto";
import { type Claims, type DecodedToken, decodeJwt, isRecord } from "./jwt-decode.ts";
import type { KeySet } from "./key-set.ts";

/** A token whose signature was checked. Its times are to be looked at whenever it is used. */
export interface VerifiedToken {
  readonly kind: "verified";
  readonly header: Claims;
  readonly claims: Claims;
  /** The keys among which its own was found: when they change, so does what it is worth. */
  readonly keys: KeySet;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
  readonly notBefore: number;
  readonly issuedAt: number;
  /** From `scope` and `scp`, in the token's order. */
  readonly scopes: readonly string[];
}

/** Why a token was refused: the checks in the order in which they are made. */
export type TokenProblem =
  | "malformed"
  | "algorithm"
  | "issuer"
  | "key"
  | "signature"
  | "audience"
  | "expired"
  | "not-before"
  | "issued-at";

/** A token that was refused, with what it said of itself as far as that could be read. */
export interface RefusedToken {
  readonly kind: "refused";
  readonly problem: TokenProblem;
  /** In a sentence, and without quoting the token. */
  readonly detail: string;
  readonly header?: Claims;
  readonly claims?: Claims;
  /** The keys that were looked through. */
  readonly keys?: KeySet;
}

/** A token that may be worth checking against keys: well formed, RSA, from the right issuer. */
export interface CandidateToken extends DecodedToken {
  readonly kind: "candidate";
  readonly kid: string;
  readonly hash: string;
}

/** RSA with PKCS #1 v1.5 only: no secret is shared with an issuer, and `none` is no signature. */
const hashes: ReadonlyMap<unknown, string> = new Map([
  ["RS256", "sha256"],
  ["RS384", "sha384"],
  ["RS512", "sha512"],
]);

/**
 * All that can be refused before a key is looked for. The issuer is compared here, and not after
 * the signature, so that a token of another pool is refused as such and not for its unknown key.
 *
 * @param acceptsIssuer whether the token's `iss` names the issuer whose keys will be asked
 */
export function readCandidate(
  text: string,
  acceptsIssuer: (issuer: unknown) => boolean,
): CandidateToken | RefusedToken {
  const token = decodeJwt(text);
  if (!("claims" in token)) return refused("malformed", token.detail);
  const { header, claims } = token;
  const hash = hashes.get(header.alg);
  if (hash === undefined) {
    return refused("algorithm", "its `alg` is not RS256, RS384 or RS512", token);
  }
  if (header.crit !== undefined) {
    return refused("malformed", "its `crit` header asks for extensions that are unknown", token);
  }
  if (typeof header.kid !== "string" || header.kid === "") {
    return refused("key", "its header names no `kid`", token);
  }
  if (!acceptsIssuer(claims.iss)) return refused("issuer", "its `iss` is another issuer", token);
  const badTime = ["exp", "nbf", "iat"].find((name) => !isTime(claims[name], name !== "exp"));
  if (badTime) return refused("malformed", `its \`${badTime}\` is not a number of seconds`, token);
  return { kind: "candidate", kid: header.kid, hash, ...token };
}

/** Checks the signature by the key that the token names. */
export function verifyCandidate(token: CandidateToken, keys: KeySet): VerifiedToken | RefusedToken {
  const key = keys.keys.get(token.kid);
  if (!key) return refused("key", "its `kid` is not among the issuer's keys", token, keys);
  if (!signatureHolds(token, key)) {
    return refused("signature", "its signature does not fit its content", token, keys);
  }
  const { header, claims } = token;
  return {
    kind: "verified",
    header,
    claims,
    keys,
    expiresAt: Number(claims.exp),
    notBefore: Number(claims.nbf ?? Number.NEGATIVE_INFINITY),
    issuedAt: Number(claims.iat ?? Number.NEGATIVE_INFINITY),
    scopes: [...textList(claims.scope), ...textList(claims.scp)],
  };
}

/**
 * Which of its times speaks against a token now; undefined when none does. No leeway.
 *
 * @param now seconds since the epoch, with fractions
 */
export function timeProblem(token: VerifiedToken, now: number): TokenProblem | undefined {
  if (!(token.expiresAt > now)) return "expired";
  if (!(token.notBefore <= now)) return "not-before";
  if (!(token.issuedAt <= now)) return "issued-at";
  return undefined;
}

/** Whether `aud` meets the list. `client_id` counts only when there is no `aud`. */
export function audienceMeets(claims: Claims, audience: readonly string[]): boolean {
  const { aud = claims.client_id } = claims;
  const named = Array.isArray(aud) ? aud : [aud];
  return named.some((name) => typeof name === "string" && audience.includes(name));
}

/** Makes a refusal out of what is known of the token. */
export function refused(
  problem: TokenProblem,
  detail: string,
  token?: { readonly header: Claims; readonly claims: Claims },
  keys?: KeySet,
): RefusedToken {
  return { kind: "refused", problem, detail, header: token?.header, claims: token?.claims, keys };
}

function signatureHolds(token: CandidateToken, key: KeyObject): boolean {
  const signature = Buffer.from(token.signature, "base64url");
  return verify(token.hash, Buffer.from(token.signed, "latin1"), key, signature);
}

function isTime(value: unknown, mayBeAbsent: boolean): boolean {
  if (value === undefined) return mayBeAbsent;
  return typeof value === "number" && Number.isFinite(value);
}

/** `scope` is text with spaces between; `scp` is that, or a list. */
function textList(value: unknown): string[] {
  if (typeof value === "string") return value.split(" ").filter((word) => word !== "");
  if (!Array.isArray(value) || isRecord(value)) return [];
  return value.filter((word) => typeof word === "string");
}
