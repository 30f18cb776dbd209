import { canonicalRequest, sha256, signatureOf, stringToSign } from "./canonical-request.ts";
import type { WireRequest } from "./exchange.ts";
import { writeTimestamp } from "./verify-signature.ts";

/** Whose request it is, and what it is for. */
export interface Signer {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly region: string;
  /** The service part of the scope, such as `cognito-idp`. */
  readonly service: string;
}

/**
 * Signs a request with Signature Version 4. All its headers are signed; `host` must be among them.
 *
 * @param now milliseconds since the epoch
 * @returns the headers to send: those of the request, and what the signature adds
 */
export function signRequest(
  request: WireRequest,
  signer: Signer,
  now: number,
): Record<string, string> {
  const timestamp = writeTimestamp(now);
  const payloadHash = sha256(request.body);
  const headers: Record<string, string> = {
    ...Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    "x-amz-date": timestamp,
    "x-amz-content-sha256": payloadHash,
    ...(signer.sessionToken !== undefined && { "x-amz-security-token": signer.sessionToken }),
  };
  const { region, service, accessKeyId, secretAccessKey } = signer;
  const scope = { date: timestamp.slice(0, 8), region, service };
  const signedHeaders = Object.keys(headers).sort();
  const signing = { timestamp, scope, signedHeaders, payloadHash };
  const text = stringToSign(canonicalRequest({ ...request, headers }, signing), signing);
  const signature = signatureOf(text, secretAccessKey, scope);
  const credential = `${accessKeyId}/${scope.date}/${region}/${service}/aws4_request`;
  const authorization =
    `AWS4-HMAC-SHA256 Credential=${credential}, ` +
    `SignedHeaders=${signedHeaders.join(";")}, Signature=${signature}`;
  return { ...headers, authorization };
}
