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
  headers: string[];
  lengths: string[];
  encodings: string[];
  connection: string;
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
  const [, minor, digits] = statusLine.exec(first) ?? [];
  if (minor === undefined) throw new BadResponse("its status line is not HTTP/1.1");
  if (!wellFormed.test(fields)) throw new BadResponse("a header line of it is malformed");
  const status = Number(digits);
  const found = readFields(fields);
  const framing = framingOf(found, status, toHead, minor);
  const connection = found.connection.toLowerCase();
  const stays = minor === "1" ? !/\bclose\b/.test(connection) : /\bkeep-alive\b/.test(connection);
  return {
    status,
    headers: connection === "" ? found.headers : withoutNamed(found.headers, connection),
    framing,
    keepAlive: stays && framing.by !== "close",
  };
}

function readFields(fields: string): Findings {
  const found: Findings = { headers: [], lengths: [], encodings: [], connection: "" };
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
  if (name === "content-length") found.lengths.push(value);
  else if (name === "transfer-encoding") found.encodings.push(value);
  else if (name === "connection") found.connection += `,${value}`;
  if (!hopByHop.has(name)) found.headers.push(name, value);
}

/** RFC 9112 section 6.3, but what it lets a reader repair is refused here. */
function framingOf(found: Findings, status: number, toHead: boolean, minor: string): Framing {
  const { lengths, encodings } = found;
  if (encodings.length > 0 && lengths.length > 0) {
    throw new BadResponse("it has both Content-Length and Transfer-Encoding");
  }
  if (encodings.length > 0 && (minor === "0" || encodings.join().toLowerCase() !== "chunked")) {
    throw new BadResponse("its Transfer-Encoding is not `chunked`");
  }
  const [length] = lengths;
  if (lengths.length > 1 || (length !== undefined && !/^\d{1,15}$/.test(length))) {
    throw new BadResponse("its Content-Length is not one number");
  }
  if (toHead || status < 200 || status === 204 || status === 304) return { by: "length", bytes: 0 };
  if (encodings.length > 0) return { by: "chunks" };
  return length === undefined ? { by: "close" } : { by: "length", bytes: Number(length) };
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
