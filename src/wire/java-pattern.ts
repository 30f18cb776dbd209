/** White space that JavaScript's `\s` knows and Java's does not. */
const wideSpace = "\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
const javaSpace = " \\t\\n\\v\\f\\r";

/** Characters that the `u` flag lets a backslash stand before, outside and inside a class. */
const escapable = /[\^$\\.*+?()[\]{}|/\-a-zA-Z0-9]/;

/** Says whether a whole value matches. */
export type Matcher = (value: string) => boolean;

/**
 * A pattern in Java's syntax as a test of whole values, as Java would match them. One class
 * repeated around literals, such as `[a#]*##[a#]*##[a#]*`, takes cubic time on a value that ends
 * in a character of no class; such a value is found out in one pass beforehand.
 * @throws SyntaxError for what JavaScript has no words for
 */
export function javaMatcher(pattern: string): Matcher {
  const expression = javaPattern(pattern);
  const guard = guardOf(pattern);
  if (guard === undefined) return (value) => expression.test(value);
  return (value) => guard.test(value) && expression.test(value);
}

function guardOf(pattern: string): RegExp | undefined {
  const repeated = /^\[([^[\]]*)\]\*/.exec(pattern);
  if (repeated?.[1] === undefined) return undefined;
  const literals = pattern.split(repeated[0]).filter((part) => part !== "");
  const plain = literals.every((part) => /^(?:\\[^\w]|[\w#])+$/.test(part));
  if (literals.length < 2 || !plain) return undefined;
  return javaPattern(`[${repeated[1]}${literals.join("")}]*`);
}

/**
 * A pattern in Java's syntax as an expression that matches whole values as Java would: `\s` and
 * `\S` mean ASCII white space, `(?s)` lets a dot match line ends, any sign may be escaped.
 */
function javaPattern(pattern: string): RegExp {
  const dotMatchesAll = pattern.startsWith("(?s)");
  const source = dotMatchesAll ? pattern.slice("(?s)".length) : pattern;
  return new RegExp(`^(?:${translate(source)})$`, dotMatchesAll ? "su" : "u");
}

function translate(source: string): string {
  let result = "";
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const sign = source.charAt(at);
    if (sign === "\\") {
      result += translateEscape(source.charAt(++at), inClass);
      continue;
    }
    if (sign === "[") inClass = true;
    if (sign === "]") inClass = false;
    result += sign;
  }
  return result;
}

function translateEscape(sign: string, inClass: boolean): string {
  if (sign === "s") return inClass ? javaSpace : `[${javaSpace}]`;
  if (sign === "S") return inClass ? `\\S${wideSpace}` : `[\\S${wideSpace}]`;
  if (sign === "-" && !inClass) return "-";
  return escapable.test(sign) ? `\\${sign}` : sign;
}
