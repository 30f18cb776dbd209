/** Whether a message is one of those that a pattern asks for. */
export type MessageFilter = (message: string) => boolean;

/** Why a text is no pattern. */
export interface BadPattern {
  readonly problem: string;
}

interface Term {
  readonly kind: "required" | "optional" | "excluded";
  readonly text: string;
}

/**
 * Reads a filter pattern for unstructured events: terms that must all be there, `?` terms of which
 * one must be, `-` terms of which none may be; what is in double quotes is one term. AWS: Filter
 * pattern syntax. Patterns that look into JSON or into columns, and regular expressions, are not
 * read.
 */
export function readFilterPattern(pattern: string): MessageFilter | BadPattern {
  const text = pattern.trim();
  if (text.startsWith("{")) return { problem: unsupported("JSON filter patterns ({ $.x = 1 })") };
  if (text.startsWith("[")) return { problem: unsupported("column filter patterns ([a, b])") };
  const terms = readTerms(text);
  if (!Array.isArray(terms)) return terms;
  const of = (kind: Term["kind"]) =>
    terms.filter((term) => term.kind === kind).map((term) => term.text);
  const [required, optional, excluded] = [of("required"), of("optional"), of("excluded")];
  return (message) =>
    required.every((term) => message.includes(term)) &&
    (optional.length === 0 || optional.some((term) => message.includes(term))) &&
    !excluded.some((term) => message.includes(term));
}

const kinds: Readonly<Record<string, Term["kind"]>> = { "?": "optional", "-": "excluded" };

function readTerms(text: string): Term[] | BadPattern {
  const terms: Term[] = [];
  const next = /\s*([?-]?)(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))(?=\s|$)/y;
  while (next.lastIndex < text.length) {
    const at = next.lastIndex;
    const [found, mark = "", phrase, word = ""] = next.exec(text) ?? [];
    if (found === undefined) return { problem: `Invalid filter pattern: ${text.slice(at).trim()}` };
    if (word.startsWith("%")) return { problem: unsupported("regular expressions (%...%)") };
    if (phrase === undefined && !/^[\p{L}\p{N}_]+$/u.test(word)) {
      return { problem: `Invalid character(s) in term '${word}'` };
    }
    const kind = kinds[mark] ?? "required";
    terms.push({ kind, text: phrase?.replace(/\\(.)/g, "$1") ?? word });
  }
  return terms;
}

function unsupported(what: string): string {
  return `Gatepool reads no ${what} yet: use terms, "phrases", ?terms and -terms.`;
}
