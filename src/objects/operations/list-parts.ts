import { checksumMembers } from "../checksums.ts";
import { invalidArgument, operation } from "../contract.ts";
import { maxOf } from "../listing.ts";
import { findUpload } from "../uploads.ts";

/** Lists the parts of an upload by their numbers. */
export const listParts = operation("ListParts", {
  access: "iam",
  async run(input, context) {
    const { bucket, upload } = await findUpload(input, context);
    const { MaxParts, PartNumberMarker = "0" } = input;
    const max = Math.max(maxOf({ MaxKeys: MaxParts }), 1);
    if (!/^\d{1,5}$/.test(PartNumberMarker)) {
      const message = "Provided part-number-marker is not a number";
      throw invalidArgument(message, "part-number-marker", PartNumberMarker);
    }
    // One more than is shown tells whether there is more; a page of records holds no more than max.
    const after = Number(PartNumberMarker);
    const all = await context.uploads.parts(input.UploadId, max, after);
    const last = all.at(-1)?.number ?? after;
    const isTruncated =
      all.length === max && (await context.uploads.parts(input.UploadId, 1, last)).length > 0;
    const Owner = { ID: context.tenant.account };
    return {
      ...{ Bucket: bucket.name, Key: input.Key, UploadId: input.UploadId },
      ...{ PartNumberMarker, MaxParts: max, IsTruncated: isTruncated },
      ...(isTruncated && { NextPartNumberMarker: String(last) }),
      ...{ Owner, Initiator: Owner, StorageClass: upload.value.storageClass ?? "STANDARD" },
      Parts: all.map(({ number, size, etag, modifiedAt, checksums }) => {
        const { ChecksumType: _, ...sums } = checksumMembers({
          type: "FULL_OBJECT",
          values: checksums,
        });
        const LastModified = new Date(modifiedAt);
        return { PartNumber: number, Size: size, ETag: `"${etag}"`, LastModified, ...sums };
      }),
    };
  },
});
