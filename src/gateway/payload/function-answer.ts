import { isRecord } from "../../tokens/jwt-decode.ts";

/** What a function's result makes of the response. */
export interface FunctionAnswer {
  readonly status: number;
  /** Names in lower case and values in turn, `content-length` among them. */
  readonly headers: string[];
  readonly body: Buffer;
  /** A member that only the other payload format has; it is ignored. */
  readonly foreign?: "cookies" | "multiValueHeaders";
}

/** Thrown when a result is no response; the message names the rule that it breaks. */
export class MalformedAnswer extends Error {
  override readonly name = "MalformedAnswer";
}

/** The gateway measures and frames the body itself. */
const unsettable: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * Reads what a function answered. AWS: Lambda proxy integrations.
 *
 * @param result JSON text, or what the function gave for it
 * @param usualType the content type of a response that names none
 * @throws MalformedAnswer
 */
export function readFunctionAnswer(
  result: string,
  format: "1.0" | "2.0",
  usualType = "text/plain; charset=utf-8",
): FunctionAnswer {
  const value = parse(result);
  if (isRecord(value) && Object.hasOwn(value, "statusCode")) {
    return readResponse(value, format, usualType);
  }
  if (format === "2.0") return plainAnswer(typeof value === "string" ? value : result);
  if (!isRecord(value)) throw new MalformedAnswer("the result is not a JSON object");
  throw new MalformedAnswer("the result has no `statusCode`");
}

/** Whatever is not a response is the body of one, in format 2.0. */
function plainAnswer(text: string): FunctionAnswer {
  const body = Buffer.from(text);
  const headers = ["content-type", "application/json", "content-length", String(body.length)];
  return { status: 200, headers, body };
}

function readResponse(
  value: Record<string, unknown>,
  format: "1.0" | "2.0",
  usualType: string,
): FunctionAnswer {
  const body = readBody(value.body, value.isBase64Encoded);
  const single = readHeaders(value.headers);
  const multiple = format === "1.0" ? readMultiValueHeaders(value.multiValueHeaders) : [];
  const cookies = format === "2.0" ? readCookies(value.cookies) : [];
  const headers = [...merge([...single, ...multiple]), ...cookies].flat();
  if (!headers.some((name, index) => index % 2 === 0 && name === "content-type")) {
    headers.push("content-type", usualType);
  }
  headers.push("content-length", String(body.length));
  const status = readStatus(value.statusCode);
  const foreign = format === "1.0" ? "cookies" : "multiValueHeaders";
  return Object.hasOwn(value, foreign)
    ? { status, headers, body, foreign }
    : { status, headers, body };
}

function readStatus(value: unknown): number {
  const status = typeof value === "string" && /^\d{3}$/.test(value) ? Number(value) : value;
  const isStatus = typeof status === "number" && Number.isInteger(status);
  if (isStatus && status >= 200 && status <= 599) return status;
  throw new MalformedAnswer("`statusCode` is not a whole number from 200 to 599");
}

function readBody(body: unknown, isBase64Encoded: unknown): Buffer {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (typeof body !== "string") {
    throw new MalformedAnswer("`body` is not text: turn it into JSON text in the function");
  }
  if (isBase64Encoded !== true) return Buffer.from(body);
  if (!/^[\w+/\-\s=]*$/.test(body)) {
    throw new MalformedAnswer("`isBase64Encoded` is true, but `body` is not base64");
  }
  return Buffer.from(body, "base64");
}

function readHeaders(headers: unknown): [string, string][] {
  if (headers === undefined || headers === null) return [];
  if (!isRecord(headers)) throw new MalformedAnswer("`headers` is not an object");
  return Object.entries(headers).map(([name, value]) => [
    headerName(name),
    headerValue(name, value),
  ]);
}

function readMultiValueHeaders(headers: unknown): [string, string][] {
  if (headers === undefined || headers === null) return [];
  if (!isRecord(headers)) throw new MalformedAnswer("`multiValueHeaders` is not an object");
  return Object.entries(headers).flatMap(([name, values]) => {
    if (!Array.isArray(values)) {
      throw new MalformedAnswer(`\`multiValueHeaders\` has no list for ${JSON.stringify(name)}`);
    }
    return values.map((value): [string, string] => [headerName(name), headerValue(name, value)]);
  });
}

function readCookies(cookies: unknown): [string, string][] {
  if (cookies === undefined || cookies === null) return [];
  if (!Array.isArray(cookies)) throw new MalformedAnswer("`cookies` is not a list");
  return cookies.map((cookie) => ["set-cookie", headerValue("cookies", cookie)]);
}

function headerName(name: string): string {
  if (/^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/.test(name)) return name.toLowerCase();
  throw new MalformedAnswer(`${JSON.stringify(name)} cannot be the name of a header`);
}

/** Characters beyond Latin-1 and line ends cannot stand in a header. */
function headerValue(name: string, value: unknown): string {
  if (!["string", "number", "boolean"].includes(typeof value)) {
    throw new MalformedAnswer(`the header ${JSON.stringify(name)} has a value that is not text`);
  }
  const text = String(value);
  if (/^[\t\x20-\x7e\x80-\xff]*$/.test(text)) return text;
  throw new MalformedAnswer(
    `the header ${JSON.stringify(name)} has characters that a header cannot carry`,
  );
}

/** Values of one name become one header, in order; cookies cannot be joined. */
function merge(headers: readonly [string, string][]): [string, string][] {
  const values = new Map<string, string>();
  const cookies: [string, string][] = [];
  for (const [name, value] of headers) {
    const before = values.get(name);
    if (name === "set-cookie") cookies.push([name, value]);
    else if (!unsettable.has(name))
      values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return [...values, ...cookies];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
