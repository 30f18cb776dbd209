import type { WireRequest } from "./exchange.ts";
import { parseQuery } from "./query-string.ts";

/** What signs a URL is for the signature alone. */
const signing =
  /^x-amz-(?:algorithm|credential|date|expires|signedheaders|signature|security-token)$/;

/**
 * A presigned URL carries in its query what its maker could not send as headers: S3 takes it as
 * if it were headers.
 */
export function withHoistedHeaders(request: WireRequest): WireRequest {
  if (!/(?:^|&)(?:X-Amz-Signature|AWSAccessKeyId)=/.test(request.query)) return request;
  const hoisted: Record<string, string> = {};
  for (const { name, value } of parseQuery(request.query)) {
    const header = name.toLowerCase();
    const isHeader = header.startsWith("x-amz-") && !signing.test(header);
    if (isHeader && request.headers[header] === undefined) hoisted[header] = value;
  }
  return { ...request, headers: { ...hoisted, ...request.headers } };
}
