import { checksumMembers } from "../checksums.ts";
import { type InputOf, type ObjectsContext, operation } from "../contract.ts";
import { describe } from "../description.ts";
import type { Bucket } from "../domain/bucket.ts";
import type { StoredObject } from "../domain/stored-object.ts";
import { checkKey } from "../keys.ts";
import { findBucket } from "../lookup.ts";
import { receive } from "../receiving.ts";
import { encrypting, encryptionOf, refuseUnserved, taggingOf } from "../settings.ts";
import { type Draft, versionNamed, writeObject } from "../writing.ts";

/** Keeps an object, once all of it has come and is what it should be. */
export const putObject = operation("PutObject", {
  access: "iam",
  async run(input, context) {
    const bucket = await findBucket(input, context);
    const draft = draftOf(input, bucket);
    const object = await store(input, draft, context);
    return {
      ETag: `"${object.etag}"`,
      ...versionNamed(bucket, object),
      ...encrypting(object.encryption),
      ...checksumMembers(object.checksums),
    };
  },
});

type Unsent = Omit<Draft, "size" | "etag" | "contents" | "checksums">;

/** All that can be refused without a look at the bytes is refused first. */
function draftOf(input: InputOf<"PutObject">, bucket: Bucket): Unsent {
  checkKey(input.Key);
  refuseUnserved(input);
  return {
    kind: "object",
    bucket: bucket.name,
    key: input.Key,
    description: describe(input),
    encryption: encryptionOf(input, bucket),
    tags: taggingOf(input.Tagging),
    ...(input.StorageClass !== undefined && { storageClass: input.StorageClass }),
  };
}

async function store(
  input: InputOf<"PutObject">,
  draft: Unsent,
  context: ObjectsContext,
): Promise<StoredObject> {
  const { content, md5, checksums } = await receive(input, context);
  const whole = {
    ...draft,
    size: content.size,
    etag: md5,
    contents: [content],
    ...(Object.keys(checksums).length > 0 && {
      checksums: { type: "FULL_OBJECT" as const, values: checksums },
    }),
  };
  try {
    return await writeObject(whole, input, { claims: [content.id] }, context);
  } catch (error) {
    await context.keeper.drop(content);
    throw error;
  }
}
