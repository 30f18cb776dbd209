import { fault } from "./contract.ts";
import type { Description } from "./domain/stored-object.ts";

/** What clients say about an object, in the SDK's words. */
interface DescriptionInput {
  readonly ContentType?: string | undefined;
  readonly CacheControl?: string | undefined;
  readonly ContentDisposition?: string | undefined;
  readonly ContentEncoding?: string | undefined;
  readonly ContentLanguage?: string | undefined;
  readonly Expires?: Date | undefined;
  readonly Metadata?: Readonly<Record<string, string>> | undefined;
}

/** Bytes of all names and values together. */
const metadataMax = 2048;

/** What an operation was told to keep with an object. */
export function describe(input: DescriptionInput): Description {
  const metadata = input.Metadata ?? {};
  const size = Object.entries(metadata).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value),
    0,
  );
  if (size > metadataMax) {
    const members = { Size: size, MaxSizeAllowed: metadataMax };
    throw fault("MetadataTooLarge", undefined, { members });
  }
  const { ContentType, CacheControl, ContentDisposition, ContentLanguage, Expires } = input;
  const encoding = withoutChunking(input.ContentEncoding);
  return {
    metadata,
    ...(ContentType !== undefined && { contentType: ContentType }),
    ...(CacheControl !== undefined && { cacheControl: CacheControl }),
    ...(ContentDisposition !== undefined && { contentDisposition: ContentDisposition }),
    ...(encoding !== undefined && { contentEncoding: encoding }),
    ...(ContentLanguage !== undefined && { contentLanguage: ContentLanguage }),
    ...(Expires !== undefined && { expires: Expires.getTime() }),
  };
}

/** `aws-chunked` says how the request was sent, and nothing of the object. */
function withoutChunking(encoding: string | undefined): string | undefined {
  const kept = encoding
    ?.split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "" && each !== "aws-chunked");
  return kept === undefined || kept.length === 0 ? undefined : kept.join(", ");
}

/** The same as an answer says it. */
export function describing(description: Description) {
  const { expires, metadata } = description;
  return {
    ContentType: description.contentType ?? "binary/octet-stream",
    CacheControl: description.cacheControl,
    ContentDisposition: description.contentDisposition,
    ContentEncoding: description.contentEncoding,
    ContentLanguage: description.contentLanguage,
    Expires: expires === undefined ? undefined : new Date(expires),
    Metadata: metadata,
  };
}
