import { malformed } from "./serialization.ts";

/** Deeper than any document that AWS's services take. */
const depthMax = 64;
/** Values in one body: far beyond what any operation's lists hold. */
const valuesMax = 100_000;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;

/**
 * Parses a JSON body after a look at how deep and how long it is, so that a hostile one costs no
 * more than a scan of its bytes. An empty body is undefined.
 * @throws Fault SerializationException
 */
export function parseJsonBody(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  checkLimits(body);
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    // The parser's own message quotes the body, which may hold a password: it is not kept.
    throw malformed("a JSON document in UTF-8", "something else");
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function checkLimits(body: Buffer): void {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at];
    if (byte === quote) {
      at = endOfString(body, at + 1);
    } else if (byte === comma) {
      if (++values > valuesMax) {
        throw malformed(`at most ${valuesMax} values`, "more of them");
      }
      // `[` and `{` differ from `]` and `}` in one bit each; 0x5b, 0x7b open and 0x5d, 0x7d close.
    } else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > depthMax) {
        throw malformed(`nesting of at most ${depthMax} levels`, "deeper nesting");
      }
    } else if (byte === 0x5d || byte === 0x7d) {
      depth--;
    }
  }
}

/** Position of the quote that ends the string, or the end of the body. */
function endOfString(body: Buffer, start: number): number {
  let from = start;
  for (;;) {
    const end = body.indexOf(quote, from);
    if (end === -1) return body.length;
    let slashes = 0;
    while (end - slashes - 1 >= start && body[end - slashes - 1] === backslash) slashes++;
    if (slashes % 2 === 0) return end;
    from = end + 1;
  }
}
