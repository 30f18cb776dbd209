/** What is served under a host name of the owner's own. */
export type CustomDomain =
  | { readonly kind: "apis"; readonly mappings: readonly ApiMapping[] }
  | { readonly kind: "sign-in"; readonly domain: string };

/** Which stage of which API calls below a path go to. */
export interface ApiMapping {
  /** One or more segments without a slash at either end, such as `orders/v1`; empty for all. */
  readonly key: string;
  readonly apiId: string;
  readonly stage: string;
}

/** Custom domains by their names in lower case. Who creates domains changes the map in place. */
export type CustomDomains = ReadonlyMap<string, CustomDomain>;

/**
 * The mapping whose key the path begins with, whole segments alone; the longest if there are
 * several.
 *
 * @param url a path with or without a query
 * @returns the API, and the path from its stage on; undefined when no mapping fits
 */
export function mapPath(
  mappings: readonly ApiMapping[],
  url: string,
): { id: string; path: string } | undefined {
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  const fitting = mappings.filter(({ key }) => key === "" || `${path}/`.startsWith(`/${key}/`));
  const [best] = fitting.sort((one, other) => other.key.length - one.key.length);
  if (!best) return undefined;
  const rest = best.key === "" ? url : url.slice(best.key.length + 1);
  return { id: best.apiId, path: `/${best.stage}${rest}` };
}
