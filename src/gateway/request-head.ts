import type { IncomingMessage } from "node:http";

/** What the gateway itself needs to know of a request's head, read in one pass. */
export interface RequestHead {
  /** Of the request line and all headers, as they came over the wire. */
  readonly bytes: number;
  readonly host: string;
  /** Empty when there is none. */
  readonly origin: string;
  /** Zero when there is none. */
  readonly contentLength: number;
  readonly hasLength: boolean;
  readonly chunked: boolean;
  /** Whether readers could differ on whom it is for or where it ends. */
  readonly ambiguous: boolean;
}

/** Behind a header's name and value: a colon, a space, CR and LF. */
const lineOverhead = 4;

/** Method and target are followed by ` HTTP/1.1` and an end of line, and a space between. */
const requestLineOverhead = 12;

/** Names are compared in full only when their length fits: most are not looked at. */
export function readRequestHead(request: IncomingMessage): RequestHead {
  const { rawHeaders, method = "", url = "" } = request;
  let bytes = method.length + url.length + requestLineOverhead;
  let host: string | undefined;
  let origin = "";
  let length: string | undefined;
  let encoding: string | undefined;
  let ambiguous = false;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? "";
    const value = rawHeaders[index + 1] ?? "";
    bytes += name.length + value.length + lineOverhead;
    if (name.length === 4 && name.toLowerCase() === "host") {
      ambiguous ||= host !== undefined;
      host = value;
    } else if (name.length === 6 && name.toLowerCase() === "origin") {
      origin = value;
    } else if (name.length === 14 && name.toLowerCase() === "content-length") {
      ambiguous ||= length !== undefined || !/^\d{1,15}$/.test(value);
      length = value;
    } else if (name.length === 17 && name.toLowerCase() === "transfer-encoding") {
      ambiguous ||= encoding !== undefined || value.toLowerCase() !== "chunked";
      encoding = value;
    }
  }
  return {
    bytes,
    host: host ?? "",
    origin,
    contentLength: Number(length ?? 0),
    hasLength: length !== undefined,
    chunked: encoding !== undefined,
    ambiguous: ambiguous || (length !== undefined && encoding !== undefined),
  };
}

/** All values of a header, in order; its name in lower case. */
export function headerValues(rawHeaders: readonly string[], lowerName: string): string[] {
  const values: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? "";
    if (name.length === lowerName.length && name.toLowerCase() === lowerName) {
      values.push(rawHeaders[index + 1] ?? "");
    }
  }
  return values;
}
