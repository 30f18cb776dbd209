/** The object that a copy is made of. */
export interface CopySource {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string;
}

/** Reads `bucket/key?versionId=…`, percent-encoded; undefined when it is not of that form. */
export function readCopySource(text: string): CopySource | undefined {
  const [path = "", query] = text.split("?versionId=");
  const decoded = decode(path.replace(/^\//, ""));
  const slash = decoded?.indexOf("/") ?? -1;
  if (decoded === undefined || slash < 1 || slash === decoded.length - 1) return undefined;
  const source = { bucket: decoded.slice(0, slash), key: decoded.slice(slash + 1) };
  return query === undefined ? source : { ...source, versionId: query };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
