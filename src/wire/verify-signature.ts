import { timingSafeEqual } from "node:crypto";
import type { Reason } from "../foundation/reason.ts";
import {
  canonicalRequest,
  type Signing,
  sha256,
  signatureOf,
  stringToSign,
} from "./canonical-request.ts";
import type { WireRequest } from "./exchange.ts";
import type { Signature } from "./signature.ts";

/** How far a client's clock may be off: 5 minutes. */
const skewMs = 5 * 60 * 1000;

/** Why a signature does not hold: AWS's message, and the reason for a person. */
export interface SignatureProblem {
  /** Where it is the time alone: that of signing, or that for which a URL was to hold. */
  readonly kind?: "late" | "lapsed";
  readonly message: string;
  readonly reason: Reason;
}

/** What a signature is held against. */
export interface Expectation {
  readonly secretAccessKey: string;
  /** Milliseconds since the epoch; absent where the time of signing does not matter. */
  readonly now?: number;
}

/** Checks a signature; answers what is wrong with it, or undefined when it holds. */
export function verifySignature(
  request: WireRequest,
  signature: Signature,
  expectation: Expectation,
): SignatureProblem | undefined {
  return (
    checkScope(signature) ??
    checkTime(signature, expectation.now) ??
    checkSignedHeaders(request, signature) ??
    checkPayload(request, signature) ??
    checkMac(request, signature, expectation.secretAccessKey)
  );
}

function checkScope({ timestamp, scope }: Signature): SignatureProblem | undefined {
  if (timestamp.slice(0, 8) === scope.date) return undefined;
  const message =
    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: " +
    `'${scope.date}' != '${timestamp.slice(0, 8)}', from '${timestamp}'.`;
  return problem(message, "signature date", timestamp.slice(0, 8), scope.date, setClock);
}

const signAnew = "Sign a new URL, with a longer time to hold.";
const setClock = "Let the AWS SDK sign, and set the client's clock.";

function checkTime(signature: Signature, now: number | undefined): SignatureProblem | undefined {
  if (now === undefined) return undefined;
  const { timestamp, expiresSeconds, scope } = signature;
  const signedAt = readTimestamp(timestamp);
  if (signedAt === undefined) {
    const message = `Date must be in ISO-8601 'basic format'. Got '${timestamp}'.`;
    return problem(
      message,
      "signature date",
      "a date such as 20261120T200000Z",
      timestamp,
      setClock,
    );
  }
  const validMs = expiresSeconds === undefined ? skewMs : expiresSeconds * 1000;
  const expected = `within 5 minutes of ${writeTimestamp(now)}`;
  if (now > signedAt + validMs) {
    const earliest = writeTimestamp(now - validMs);
    if (expiresSeconds !== undefined && scope.service === "s3") {
      return {
        kind: "lapsed",
        ...problem("Request has expired", "expiry", expected, timestamp, signAnew),
      };
    }
    const message =
      `Signature expired: ${timestamp} is now earlier than ${earliest} ` +
      `(${writeTimestamp(now)} - ${validMs / 60_000} min.)`;
    return { kind: "late", ...problem(message, "signature date", expected, timestamp, setClock) };
  }
  if (signedAt > now + skewMs) {
    const message =
      `Signature not yet current: ${timestamp} is still later than ` +
      `${writeTimestamp(now + skewMs)} (${writeTimestamp(now)} + 5 min.)`;
    return { kind: "late", ...problem(message, "signature date", expected, timestamp, setClock) };
  }
  return undefined;
}

/** A header that decides what is done must be signed, or anybody on the way could change it. */
function checkSignedHeaders(
  request: WireRequest,
  { signedHeaders, form }: Signature,
): SignatureProblem | undefined {
  const needed = ["host"];
  if (form === "header") needed.push("x-amz-date");
  if (request.headers["x-amz-target"] !== undefined) needed.push("x-amz-target");
  const missing = needed.filter((name) => !signedHeaders.includes(name));
  if (missing.length === 0) return undefined;
  const [name = ""] = missing;
  const message = `'${name}' must be a 'SignedHeader' in the AWS Authorization.`;
  const received = signedHeaders.join(";");
  return problem(message, "signed headers", needed.join(";"), received, "Sign these headers too.");
}

const unsignedPayload = "UNSIGNED-PAYLOAD";

/** The hash of a body that is still unread is checked when it is read. */
function checkPayload(request: WireRequest, signature: Signature): SignatureProblem | undefined {
  if (request.unread) return undefined;
  const declared = declaredPayload(request, signature);
  if (declared === undefined) return undefined;
  const actual = sha256(request.body);
  if (declared === actual) return undefined;
  if (declared === unsignedPayload && request.body.length === 0) return undefined;
  const isHash = /^[0-9a-f]{64}$/.test(declared);
  const message = isHash
    ? "The provided 'x-amz-content-sha256' header does not match what was computed."
    : `The payload option '${declared}' is not supported: sign the payload.`;
  const change = isHash
    ? "Something changed the body on its way: look for a proxy that rewrites it."
    : "Let the client sign the whole body.";
  return problem(message, "x-amz-content-sha256", actual, declared, change);
}

function declaredPayload(request: WireRequest, { form }: Signature): string | undefined {
  const declared = request.headers["x-amz-content-sha256"];
  if (typeof declared === "string") return declared;
  return form === "query" && request.query.includes(`X-Amz-Content-Sha256=${unsignedPayload}`)
    ? unsignedPayload
    : undefined;
}

function checkMac(
  request: WireRequest,
  signature: Signature,
  secret: string,
): SignatureProblem | undefined {
  const assumed = request.unread ? unsignedPayload : sha256(request.body);
  const payloadHash = declaredPayload(request, signature) ?? assumed;
  const signing: Signing = { ...signature, payloadHash };
  const canonical = canonicalRequest(request, signing);
  const text = stringToSign(canonical, signing);
  const expected = Buffer.from(signatureOf(text, secret, signature.scope));
  const received = Buffer.from(signature.signature);
  if (expected.length === received.length && timingSafeEqual(expected, received)) return undefined;
  return {
    message:
      "The request signature we calculated does not match the signature you provided. Check your " +
      "AWS Secret Access Key and signing method. Consult the service documentation for details." +
      `\n\nThe Canonical String for this request should have been\n'${canonical}'` +
      `\n\nThe String-to-Sign should have been\n'${text}'\n`,
    reason: {
      check: "signature",
      expected: `the signature of the secret access key of ${signature.accessKeyId}`,
      received: "another signature",
      change:
        "Use the secret that belongs to the key. If it is right, something between client and " +
        "server changes the request: a proxy that rewrites Host, a signed header or the body.",
    },
  };
}

function problem(
  message: string,
  check: string,
  expected: string,
  received: string,
  change: string,
): SignatureProblem {
  return { message, reason: { check, expected, received: received || "nothing", change } };
}

/** `20261120T200000Z` as milliseconds since the epoch. */
function readTimestamp(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Milliseconds since the epoch as `20261120T200000Z`. */
export function writeTimestamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}
