import { parseQuery, type WireQuery } from "./query-string.ts";
import type { ServiceShapes } from "./shape.ts";

/** The operation that a method and a path name, and the labels in the path, decoded. */
export interface Match {
  readonly operation: string;
  readonly labels: ReadonlyMap<string, string>;
}

/** Finds the operation of a REST request; undefined when no template fits. */
export type PathRouter = (method: string, path: string, query: string) => Match | undefined;

interface Template {
  readonly operation: string;
  readonly segments: readonly Segment[];
  /** Pairs that the query must hold; an empty value stands for any. */
  readonly query: WireQuery;
}

type Segment =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "label" | "rest"; readonly name: string };

/**
 * Compiles the path templates of a service. Where several fit, the one with the most literal
 * words, and with the most words asked of the query, wins. A trailing slash does not matter.
 */
export function createPathRouter(operations: ServiceShapes["operations"]): PathRouter {
  const byMethod = new Map<string, Template[]>();
  for (const [operation, { method, path }] of Object.entries(operations)) {
    const templates = byMethod.get(method) ?? [];
    templates.push(compile(operation, path));
    byMethod.set(method, templates);
  }
  for (const templates of byMethod.values()) templates.sort((a, b) => weight(b) - weight(a));
  return (method, path, query) => {
    const words = wordsOf(path);
    const pairs = parseQuery(query);
    for (const template of byMethod.get(method) ?? []) {
      const labels = match(template, words, pairs);
      if (labels !== undefined) return { operation: template.operation, labels };
    }
    return undefined;
  };
}

function compile(operation: string, path: string): Template {
  const [plain = "", query = ""] = path.split("?");
  const segments = wordsOf(plain).map((word): Segment => {
    const name = /^\{(.+?)(\+?)\}$/.exec(word);
    if (name?.[1] === undefined) return { kind: "literal", text: word };
    return { kind: name[2] === "+" ? "rest" : "label", name: name[1] };
  });
  return { operation, segments, query: parseQuery(query) };
}

/** Literal words count most; among equals, more words in the query. */
function weight({ segments, query }: Template): number {
  const literals = segments.filter(({ kind }) => kind === "literal").length;
  return literals * 100 + query.length;
}

function wordsOf(path: string): string[] {
  const words = path.split("/").slice(1);
  if (words.at(-1) === "") words.pop();
  return words;
}

function match(
  { segments, query }: Template,
  words: readonly string[],
  pairs: WireQuery,
): Map<string, string> | undefined {
  const labels = new Map<string, string>();
  const isGreedy = segments.at(-1)?.kind === "rest";
  if (isGreedy ? words.length < segments.length : words.length !== segments.length) {
    return undefined;
  }
  for (const [index, segment] of segments.entries()) {
    const word = segment.kind === "rest" ? words.slice(index).join("/") : (words[index] ?? "");
    const text = decode(word);
    if (text === undefined || text === "") return undefined;
    if (segment.kind !== "literal") labels.set(segment.name, text);
    else if (segment.text !== text) return undefined;
  }
  const isAsked = query.every(({ name, value }) =>
    pairs.some((pair) => pair.name === name && (value === "" || pair.value === value)),
  );
  return isAsked ? labels : undefined;
}

function decode(word: string): string | undefined {
  try {
    return decodeURIComponent(word);
  } catch {
    return undefined;
  }
}
