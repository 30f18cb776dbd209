import type { Call } from "../call.ts";
import type { RequestHead } from "../request-head.ts";
import type { HttpTarget } from "./http-target.ts";
import { forwardedHeader } from "./request-headers.ts";

const methodsWithBody: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"]);

/** The method by which a backend is called. */
export function methodFor({ decision }: Call, { plan }: HttpTarget): string {
  return plan.method === "ANY" ? decision.method : plan.method;
}

/** The headers that the gateway writes itself, and the empty line that ends the head. */
export function restOfHead(call: Call, method: string): string {
  const { head } = call;
  let text = `forwarded: ${forwardedHeader(call)}\r\nvia: HTTP/1.1 AmazonAPIGateway\r\n`;
  if (head.chunked) text += "transfer-encoding: chunked\r\n";
  else if (head.hasLength) text += `content-length: ${head.contentLength}\r\n`;
  else if (methodsWithBody.has(method)) text += "content-length: 0\r\n";
  return `${text}\r\n`;
}

/** Whether a request's head announces a body. */
export function hasBody({ chunked, contentLength }: RequestHead): boolean {
  return chunked || contentLength > 0;
}
