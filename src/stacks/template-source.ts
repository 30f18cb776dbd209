import { Fault } from "../foundation/fault.ts";
import { bucketOfHost } from "../wire/bucket-address.ts";
import { validationError } from "./contract.ts";
import type { Services } from "./services.ts";

/** Where a template is. */
export interface GivenTemplate {
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
}

const inlineBytesMax = 51_200;
const storedBytesMax = 1_048_576;

/**
 * The text of a template that came with the request, or that stands in a bucket of this server:
 * a URL is never followed over the network, whatever host it names.
 *
 * @returns undefined when the request names none
 * @throws Fault ValidationError
 */
export async function templateText(
  { TemplateBody, TemplateURL }: GivenTemplate,
  { s3 }: Pick<Services, "s3">,
): Promise<string | undefined> {
  if (TemplateBody !== undefined && TemplateURL !== undefined) {
    throw validationError("Either Template URL or Template Body must be specified, not both.");
  }
  if (TemplateURL !== undefined) return storedText(TemplateURL, s3);
  if (TemplateBody === undefined) return undefined;
  if (Buffer.byteLength(TemplateBody) > inlineBytesMax) {
    throw validationError(
      "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: " +
        `Member must have length less than or equal to ${inlineBytesMax}`,
    );
  }
  return TemplateBody;
}

async function storedText(url: string, s3: Services["s3"]): Promise<string> {
  const { Bucket, Key, VersionId } = objectAt(url);
  try {
    const { Body } = await s3("GetObject", { Bucket, Key, ...(VersionId && { VersionId }) });
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of Body ?? []) {
      parts.push(part);
      size += part.length;
      if (size > storedBytesMax) throw tooLong();
    }
    return Buffer.concat(parts).toString();
  } catch (error) {
    if (!(error instanceof Fault) || error.code === "ValidationError") throw error;
    throw validationError(`S3 error: ${error.message}\n${furtherReading}`, { cause: error });
  }
}

const furtherReading =
  "For more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html";

function tooLong(): Fault {
  return validationError(`Template may not exceed ${storedBytesMax} bytes in size.`);
}

/** The bucket is in the host, as `BUCKET.s3.REGION.amazonaws.com`, or else first in the path. */
function objectAt(url: string) {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) throw noObject(url);
  const path = parsed.pathname.slice(1);
  const inHost = bucketOfHost(parsed.host);
  const slash = inHost === undefined ? path.indexOf("/") : -1;
  const Bucket = inHost ?? path.slice(0, Math.max(slash, 0));
  const Key = decoded(path.slice(slash + 1), url);
  if (Bucket === "" || Key === "") throw noObject(url);
  return { Bucket, Key, VersionId: parsed.searchParams.get("versionId") };
}

function decoded(path: string, url: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw noObject(url);
  }
}

function noObject(url: string): Fault {
  return validationError("TemplateURL must be a supported URL.", {
    reason: {
      check: "TemplateURL",
      expected: "http(s)://HOST/BUCKET/KEY or https://BUCKET.s3.REGION.amazonaws.com/KEY",
      received: url.slice(0, 200),
      change: "Put the template into a bucket of this server, and give its URL.",
    },
  });
}
