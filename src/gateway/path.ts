/**
 * The path of a request. It is decoded once, and both the choice of the route and the integration
 * work on that one form, so that no spelling reaches a backend by another door than it came in.
 */
export interface RequestPath {
  /** Decoded; starts with a slash. */
  readonly decoded: string;
  /** As sent, behind `?`; empty when there is none. */
  readonly query: string;
  /**
   * The decoded path as a lenient backend might read it, where that is another one: no empty
   * segments, no `;parameters`, backslashes as slashes. Undefined when there is nothing to read
   * otherwise.
   */
  readonly plainer: string | undefined;
}

/** A path that no route is chosen for. */
export interface BadPath {
  /** What is wrong with it, in a sentence. */
  readonly problem: string;
}

/** Paths that mean themselves: nothing encoded, no empty segment, none that starts with a dot. */
const ordinary = /^(?:\/[\w\-~!$&'()*+,=:@][\w\-.~!$&'()*+,=:@]*)+$/;

/** Reads the path and query of a request, as sent. */
export function readPath(raw: string): RequestPath | BadPath {
  const mark = raw.indexOf("?");
  const encoded = mark < 0 ? raw : raw.slice(0, mark);
  const query = mark < 0 ? "" : raw.slice(mark + 1);
  if (query !== "" && hasOddByte(query)) {
    return { problem: "the query has spaces, control characters or bytes beyond ASCII" };
  }
  if (encoded === "/" || encoded === "") return { decoded: "/", query, plainer: undefined };
  if (ordinary.test(encoded)) return { decoded: encoded, query, plainer: undefined };
  return readUnusual(encoded, query);
}

/** The path of a URL as sent, without its query. */
export function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? "";
}

/** Writes a decoded path as it stands in a request line. Slashes stay, all else is encoded. */
export function encodePath(decoded: string): string {
  if (ordinary.test(decoded)) return decoded;
  return decoded.replace(/[^\w\-.~!$&'()*+,;=:@/]+/g, encodeURIComponent);
}

function readUnusual(encoded: string, query: string): RequestPath | BadPath {
  if (hasOddByte(encoded)) {
    return { problem: "the path has spaces, control characters or bytes beyond ASCII" };
  }
  if (!encoded.startsWith("/")) return { problem: "the path does not start with a slash" };
  const decoded = decode(encoded);
  if (decoded === undefined) {
    return { problem: "the path has a percent sign that encodes nothing, or no UTF-8" };
  }
  if (hasControl(decoded)) return { problem: "the path has an encoded control character" };
  const segments = decoded.replaceAll("\\", "/").split("/");
  const bare = segments.map(withoutParameters);
  if (bare.some((segment) => segment === "." || segment === "..")) {
    return { problem: "the path has a segment that is `.` or `..`" };
  }
  const plain = `/${bare.filter((segment) => segment !== "").join("/")}`;
  return { decoded, query, plainer: plain === decoded ? undefined : plain };
}

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function withoutParameters(segment: string): string {
  const semicolon = segment.indexOf(";");
  return semicolon < 0 ? segment : segment.slice(0, semicolon);
}

/** Outside what may stand in a request line. node:http refuses most of it before. */
function hasOddByte(text: string): boolean {
  return /[^\x21-\x7e]/.test(text);
}

function hasControl(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return /[\x00-\x1f\x7f]/.test(text);
}
