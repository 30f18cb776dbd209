import type { WireRequest } from "./exchange.ts";
import { hostName } from "./host-name.ts";

/** What a request to S3 is about: the service, a bucket, or an object. */
export interface BucketAddress {
  readonly bucket?: string;
  readonly key?: string;
}

/** Before `.s3.` or `.s3-`, whatever domain comes behind, or before `.localhost`. */
const bucketHost = /^([a-z0-9][a-z0-9.-]*?)\.(?:s3[.-].+|localhost)$/;

/** The bucket that a host name carries; undefined when it names the service alone, or another. */
export function bucketOfHost(host: string | undefined): string | undefined {
  const bucket = bucketHost.exec(hostName(host ?? ""))?.[1];
  return bucket === "s3" || bucket?.startsWith("s3.") ? undefined : bucket;
}

/**
 * Reads bucket and key from the host and the path, as AWS puts them: a key is all that follows,
 * slashes, dots and all, and nothing in it is resolved. Undefined when it is badly encoded.
 */
export function bucketAddress({ headers, path }: WireRequest): BucketAddress | undefined {
  const named = bucketOfHost(headers.host);
  const rest = path.replace(/^\//, "");
  const slash = rest.indexOf("/");
  const [bucket, key] =
    named !== undefined
      ? [named, rest]
      : slash === -1
        ? [rest, ""]
        : [rest.slice(0, slash), rest.slice(slash + 1)];
  try {
    return {
      ...(bucket !== "" && { bucket: decodeURIComponent(bucket) }),
      ...(key !== "" && { key: decodeURIComponent(key) }),
    };
  } catch {
    return undefined;
  }
}
