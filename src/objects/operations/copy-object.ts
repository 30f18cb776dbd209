import { checksumMembers, checksumNamed } from "../checksums.ts";
import { fault, type InputOf, type ObjectsContext, operation } from "../contract.ts";
import { findSource } from "../copying.ts";
import { describe } from "../description.ts";
import type { Bucket } from "../domain/bucket.ts";
import type { StoredObject } from "../domain/stored-object.ts";
import { checkKey } from "../keys.ts";
import { findBucket } from "../lookup.ts";
import { receiveCopy } from "../receiving.ts";
import { encrypting, encryptionOf, refuseUnserved, taggingOf } from "../settings.ts";
import { versionNamed, writeObject } from "../writing.ts";

/** AWS's limit on what is copied at once: 5 GiB. */
const bytesMax = 5 * 1024 ** 3;

/** Copies an object; what is said of it comes along, or is said anew. */
export const copyObject = operation("CopyObject", {
  access: "iam",
  async run(input, context) {
    const bucket = await findBucket(input, context);
    const { object: source, ...named } = await findSource(input, context);
    const described = describeCopy(input, bucket, source);
    refuseNothing(input, source);
    const copy = await store(input, { ...described, bucket: bucket.name }, source, context);
    return {
      ...named,
      ...versionNamed(bucket, copy),
      ...encrypting(copy.encryption),
      CopyObjectResult: {
        ETag: `"${copy.etag}"`,
        LastModified: new Date(copy.modifiedAt),
        ...checksumMembers(copy.checksums),
      },
    };
  },
});

function describeCopy(input: InputOf<"CopyObject">, bucket: Bucket, source: StoredObject) {
  checkKey(input.Key);
  refuseUnserved(input);
  if (source.size > bytesMax) {
    throw fault(
      "InvalidRequest",
      "The specified copy source is larger than the maximum allowable size for a copy source: " +
        `${bytesMax}`,
    );
  }
  const isAnew = input.MetadataDirective === "REPLACE";
  return {
    kind: "object" as const,
    key: input.Key,
    description: isAnew ? describe(input) : source.description,
    encryption: encryptionOf(input, bucket),
    tags: input.TaggingDirective === "REPLACE" ? taggingOf(input.Tagging) : source.tags,
    ...(input.StorageClass !== undefined && { storageClass: input.StorageClass }),
  };
}

/** A copy onto itself must change something. */
function refuseNothing(input: InputOf<"CopyObject">, source: StoredObject): void {
  const isSame = source.bucket === input.Bucket && source.key === input.Key;
  const isOld = !input.CopySource.includes("?versionId=");
  const changes = [input.StorageClass, input.ServerSideEncryption, input.WebsiteRedirectLocation];
  const isUnchanged = input.MetadataDirective !== "REPLACE" && !changes.some(Boolean);
  if (!isSame || !isOld || !isUnchanged) return;
  throw fault(
    "InvalidRequest",
    "This copy request is illegal because it is trying to copy an object to itself without " +
      "changing the object's metadata, storage class, website redirect location or encryption " +
      "attributes.",
  );
}

async function store(
  input: InputOf<"CopyObject">,
  described: ReturnType<typeof describeCopy> & { bucket: string },
  source: StoredObject,
  context: ObjectsContext,
): Promise<StoredObject> {
  const named = checksumNamed(input.ChecksumAlgorithm);
  const bytes = context.keeper.read(source.contents, 0, source.size);
  const { content, md5, checksums } = await receiveCopy(bytes, named, context);
  const computed = { type: "FULL_OBJECT" as const, values: checksums };
  const kept = named === undefined ? source.checksums : computed;
  const draft = { ...described, size: content.size, etag: md5, contents: [content] };
  try {
    const whole = kept === undefined ? draft : { ...draft, checksums: kept };
    return await writeObject(whole, input, { claims: [content.id] }, context);
  } catch (error) {
    await context.keeper.drop(content);
    throw error;
  }
}
