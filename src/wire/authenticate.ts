import { iamArn } from "../foundation/arn.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Reason } from "../foundation/reason.ts";
import type { ChunkSigner } from "./aws-chunked.ts";
import { readAwsHost } from "./aws-host.ts";
import { chunkSignerOf } from "./chunk-signer.ts";
import type { WireRequest } from "./exchange.ts";
import { parseSignature, type SessionCredentials, type Signature } from "./signature.ts";
import { type Presigned, readPresigned, verifyPresigned } from "./signature-v2.ts";
import { verifySignature } from "./verify-signature.ts";

/** An access key whose secret the server knows. */
export interface SigningKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Twelve digits. */
  readonly account: string;
}

/** Who signed a request. */
export interface Caller {
  readonly account: string;
  /** Region and service that the signature is for. */
  readonly region: string;
  readonly service: string;
  readonly callerArn: string;
  readonly accessKeyId: string;
  /** For a body whose chunks are signed too, where the secret is known. */
  readonly chunkSigner?: ChunkSigner;
}

/** What keeps a request out; each protocol has its own code for each. */
export type RefusalKind =
  | "missing"
  | "incomplete"
  | "unrecognized"
  | "expired"
  | "late"
  | "lapsed"
  | "mismatch";

export interface Refusal {
  readonly kind: RefusalKind;
  readonly message: string;
  readonly reason: Reason;
}

export interface AuthenticatorParts {
  /** Keys whose signatures are verified; when there are none, any signature passes. */
  readonly credentials: readonly SigningKey[];
  /** Recognises temporary credentials. */
  readonly resolveSession?: SessionCredentials;
  readonly clock: Clock;
  /** Account of keys that name none. */
  readonly account: string;
}

/**
 * Finds out who signed a request, or why it must be refused.
 *
 * @param service the one that is called, for which S3 takes older signatures too
 */
export type Authenticator = (request: WireRequest, service?: string) => Caller | Refusal;

/**
 * Makes the check of signatures. Without configured keys (development) any signature passes, and
 * an access key id of twelve digits names the account; temporary credentials of this server's own
 * making are verified all the same, though not by the time of signing, as the clock may have been
 * moved.
 */
export function createAuthenticator(parts: AuthenticatorParts): Authenticator {
  const keys = new Map(parts.credentials.map((key) => [key.accessKeyId, key]));
  return (request, called) => {
    const signature = parseSignature(request);
    if (signature === undefined) {
      const presigned = called === "s3" ? readPresigned(request) : undefined;
      return presigned ? callerOfUrl(request, presigned, parts, keys) : unsigned;
    }
    if ("malformed" in signature) return incomplete(signature.malformed);
    const found = holderOf(signature, parts, keys);
    if ("kind" in found) return found;
    const { account, callerArn, secretAccessKey } = found;
    const { region, service } = signature.scope;
    const caller = { account, region, service, callerArn, accessKeyId: signature.accessKeyId };
    if (secretAccessKey === undefined) return caller;
    const now = keys.size === 0 ? {} : { now: parts.clock.now() };
    const wrong = verifySignature(request, signature, { secretAccessKey, ...now });
    if (wrong !== undefined) return { kind: "mismatch", ...wrong };
    const chunkSigner = chunkSignerOf(request, signature, secretAccessKey);
    return chunkSigner === undefined ? caller : { ...caller, chunkSigner };
  };
}

/** A signature of Version 2 names no region. */
function callerOfUrl(
  request: WireRequest,
  presigned: Presigned,
  parts: AuthenticatorParts,
  keys: ReadonlyMap<string, SigningKey>,
): Caller | Refusal {
  const found = holderOf(presigned, parts, keys);
  if ("kind" in found) return found;
  const { account, callerArn, secretAccessKey } = found;
  const region = readAwsHost(request.headers.host)?.region ?? "us-east-1";
  const { accessKeyId } = presigned;
  const caller = { account, region, service: "s3", callerArn, accessKeyId };
  if (secretAccessKey === undefined) return caller;
  const now = keys.size === 0 ? {} : { now: parts.clock.now() };
  const wrong = verifyPresigned(request, presigned, { secretAccessKey, ...now });
  return wrong === undefined ? caller : { kind: "mismatch", ...wrong };
}

/** Whom a key belongs to; without a secret, there is nothing to verify it by. */
interface Holder {
  readonly account: string;
  readonly callerArn: string;
  readonly secretAccessKey?: string;
}

function holderOf(
  { accessKeyId, sessionToken }: Pick<Signature, "accessKeyId" | "sessionToken">,
  { resolveSession, account }: AuthenticatorParts,
  keys: ReadonlyMap<string, SigningKey>,
): Holder | Refusal {
  if (noKey.has(accessKeyId)) return unrecognized(accessKeyId, "credentials that were not there");
  if (sessionToken !== undefined) {
    const session = resolveSession?.(accessKeyId, sessionToken);
    if (session === "expired") return expired(accessKeyId);
    if (session !== undefined) return session;
  } else {
    const key = keys.get(accessKeyId);
    if (key !== undefined) return { ...key, callerArn: iamArn(key.account, "root") };
  }
  if (keys.size > 0) return unrecognized(accessKeyId, "an access key that this server has not");
  const named = /^\d{12}$/.test(accessKeyId) ? accessKeyId : account;
  return { account: named, callerArn: iamArn(named, "root") };
}

/** What JavaScript clients sign with when they could not get credentials. */
const noKey: ReadonlySet<string> = new Set(["undefined", "null"]);

const unsigned: Refusal = {
  kind: "missing",
  message: "Missing Authentication Token",
  reason: {
    check: "signature",
    expected: "a request signed with AWS Signature Version 4",
    received: "a request without a signature",
    change: "Give the client credentials (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY).",
  },
};

function incomplete(message: string): Refusal {
  const reason = {
    check: "signature",
    expected: "an Authorization header of AWS Signature Version 4",
    received: message,
    change: "Let an AWS SDK or the AWS CLI sign the request.",
  };
  return { kind: "incomplete", message, reason };
}

function unrecognized(accessKeyId: string, received: string): Refusal {
  return {
    kind: "unrecognized",
    message: "The security token included in the request is invalid.",
    reason: {
      check: "access key",
      expected: "an access key of this server, or temporary credentials that it issued",
      received: `${received} (${accessKeyId.slice(0, 32)})`,
      change: "Sign with one of the access keys in the server's configuration.",
    },
  };
}

function expired(accessKeyId: string): Refusal {
  return {
    kind: "expired",
    message: "The security token included in the request is expired",
    reason: {
      check: "session token",
      expected: "temporary credentials that still hold",
      received: `expired ones (${accessKeyId})`,
      change: "Get new ones: call AssumeRole again.",
    },
  };
}
