import { checksumNamed } from "../checksums.ts";
import { type InputOf, operation } from "../contract.ts";
import { describe } from "../description.ts";
import { checkKey } from "../keys.ts";
import { findBucket, noSuchBucket } from "../lookup.ts";
import { encrypting, encryptionOf, refuseUnserved, taggingOf } from "../settings.ts";

/** Begins an upload in parts. */
export const createMultipartUpload = operation("CreateMultipartUpload", {
  access: "iam",
  async run(input, context) {
    const bucket = await findBucket(input, context);
    checkKey(input.Key);
    refuseUnserved(input);
    const checksum = checksumOf(input);
    const upload = {
      bucket: bucket.name,
      key: input.Key,
      uploadId: context.random.uuid().replaceAll("-", ""),
      createdAt: context.clock.now(),
      description: describe(input),
      encryption: encryptionOf(input, bucket),
      tags: taggingOf(input.Tagging),
      ...(input.StorageClass !== undefined && { storageClass: input.StorageClass }),
      ...(checksum && { checksum }),
    };
    if (!(await context.uploads.add(upload))) throw noSuchBucket(bucket.name);
    return {
      Bucket: bucket.name,
      Key: input.Key,
      UploadId: upload.uploadId,
      ...encrypting(upload.encryption),
      ...(checksum && { ChecksumAlgorithm: checksum.name, ChecksumType: checksum.type }),
    };
  },
});

/** The long one is of the whole object always; others are of the parts unless told otherwise. */
function checksumOf({ ChecksumAlgorithm, ChecksumType }: InputOf<"CreateMultipartUpload">) {
  const name = checksumNamed(ChecksumAlgorithm);
  if (name === undefined) return undefined;
  const usual = name === "CRC64NVME" ? "FULL_OBJECT" : "COMPOSITE";
  return { name, type: ChecksumType ?? usual } as const;
}
