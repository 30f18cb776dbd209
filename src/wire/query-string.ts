/** Names and values of a query or form, decoded, in the order in which they were sent. */
export type WireQuery = readonly { readonly name: string; readonly value: string }[];

/**
 * Splits and percent-decodes a query string. A broken escape stays as it is, and `+` is itself:
 * AWS's clients write a space as `%20`.
 */
export function parseQuery(query: string): WireQuery {
  return pairsOf(query, percentDecode);
}

/** The same for a form body (`application/x-www-form-urlencoded`), where `+` is a space. */
export function parseForm(body: string): WireQuery {
  return pairsOf(body, (text) => percentDecode(text.replaceAll("+", " ")));
}

/** More than this are not looked at; whoever counts finds one too many. */
export const pairsMax = 10_000;

function pairsOf(text: string, decode: (part: string) => string): WireQuery {
  if (text === "") return [];
  return text
    .split("&", pairsMax + 1)
    .filter((pair) => pair !== "")
    .map((pair) => {
      const equals = pair.indexOf("=");
      if (equals === -1) return { name: decode(pair), value: "" };
      return { name: decode(pair.slice(0, equals)), value: decode(pair.slice(equals + 1)) };
    });
}

function percentDecode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
