/** A backend's answer that breaks HTTP/1.1, or is more than the gateway takes. */
export class BadResponse extends Error {
  override readonly name = "BadResponse";
}

/** Where the body of a response ends. */
export type Framing =
  | { readonly by: "length"; readonly bytes: number }
  | { readonly by: "chunks" }
  | { readonly by: "close" };

/** Status line and headers of a response. */
export interface ResponseHead {
  readonly status: number;
  /** End-to-end headers only: names in lower case, each followed by its value. */
  readonly headers: string[];
  readonly framing: Framing;
  /** Whether the connection may serve another request afterwards. */
  readonly keepAlive: boolean;
}

/** Every line a token, a colon and a value without control characters: no folding, no bare CR. */
const wellFormed = /^(?:\r\n[!#$%&'*+\-.^_`|~\dA-Za-z]+:[\t\x20-\x7e\x80-\xff]*)*$/;
const statusLine = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: [\t\x20-\x7e\x80-\xff]*)?$/;

/** What belongs to one connection and not to the answer (RFC 9110 section 7.6.1). */
const hopByHop: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** What the headers say of the connection and of the body, gathered line by line. */
interface Findings {
  readonly headers: string[];
  contentLength: string | undefined;
  encoding: string | undefined;
  connection: string;
  /** Whether a header that may stand once only stands twice. */
  repeated: boolean;
}

/**
 * Reads the head of a response, strictly: what two readers could understand in two ways is refused.
 *
 * @param text status line and header lines, without the empty line that ends them
 * @param toHead whether the request was HEAD, whose answer has no body
 * @throws BadResponse
 */
export function readResponseHead(text: string, toHead: boolean): ResponseHead {
  const lineEnd = text.indexOf("\r\n");
  const first = lineEnd < 0 ? text : text.slice(0, lineEnd);
  const fields = lineEnd < 0 ? "" : text.slice(lineEnd);
  if (!statusLine.test(first)) throw new BadResponse("its status line is not HTTP/1.1");
  if (!wellFormed.test(fields)) throw new BadResponse("a header line of it is malformed");
  const isNew = first.startsWith("HTTP/1.1");
  const status = Number(first.slice(9, 12));
  const found = readFields(fields);
  const framing = framingOf(found, status, toHead, isNew);
  const connection = found.connection.toLowerCase();
  const stays = isNew ? !/\bclose\b/.test(connection) : /\bkeep-alive\b/.test(connection);
  const namesNone = connection === "" || connection === "keep-alive" || connection === "close";
  return {
    status,
    headers: namesNone ? found.headers : withoutNamed(found.headers, connection),
    framing,
    keepAlive: stays && framing.by !== "close",
  };
}

function readFields(fields: string): Findings {
  const found: Findings = {
    headers: [],
    contentLength: undefined,
    encoding: undefined,
    connection: "",
    repeated: false,
  };
  let start = 2;
  while (start < fields.length) {
    const next = fields.indexOf("\r\n", start);
    const end = next < 0 ? fields.length : next;
    const colon = fields.indexOf(":", start);
    addField(found, fields.slice(start, colon).toLowerCase(), valueIn(fields, colon + 1, end));
    start = end + 2;
  }
  return found;
}

/** Without the blanks around it. `trim` would take bytes beyond ASCII too. */
function valueIn(fields: string, start: number, end: number): string {
  let [first, last] = [start, end];
  while (first < last && isBlank(fields.charCodeAt(first))) first++;
  while (last > first && isBlank(fields.charCodeAt(last - 1))) last--;
  return fields.slice(first, last);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function addField(found: Findings, name: string, value: string): void {
  if (name === "content-length") {
    found.repeated ||= found.contentLength !== undefined;
    found.contentLength = value;
  } else if (name === "transfer-encoding") {
    found.repeated ||= found.encoding !== undefined;
    found.encoding = value;
  } else if (name === "connection") {
    found.connection += found.connection === "" ? value : `,${value}`;
  }
  if (!hopByHop.has(name)) found.headers.push(name, value);
}

const noBody: Framing = { by: "length", bytes: 0 };
const inChunks: Framing = { by: "chunks" };
const untilClosed: Framing = { by: "close" };

/** RFC 9112 section 6.3, but what it lets a reader repair is refused here. */
function framingOf(found: Findings, status: number, toHead: boolean, isNew: boolean): Framing {
  const { contentLength, encoding, repeated } = found;
  if (repeated || (encoding !== undefined && contentLength !== undefined)) {
    throw new BadResponse("it has more than one Content-Length or Transfer-Encoding");
  }
  if (encoding !== undefined && (!isNew || encoding.toLowerCase() !== "chunked")) {
    throw new BadResponse("its Transfer-Encoding is not `chunked`");
  }
  if (contentLength !== undefined && !/^\d{1,15}$/.test(contentLength)) {
    throw new BadResponse("its Content-Length is not a number");
  }
  if (toHead || status < 200 || status === 204 || status === 304) return noBody;
  if (encoding !== undefined) return inChunks;
  return contentLength === undefined ? untilClosed : { by: "length", bytes: Number(contentLength) };
}

/** Headers that the connection header names are of the connection too. */
function withoutNamed(headers: string[], connection: string): string[] {
  const named = new Set(connection.split(",").map((name) => name.trim()));
  if (!headers.some((name, index) => index % 2 === 0 && named.has(name))) return headers;
  const kept: string[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    const [name = "", value = ""] = [headers[index], headers[index + 1]];
    if (!named.has(name)) kept.push(name, value);
  }
  return kept;
}
