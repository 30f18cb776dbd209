import { checksumMembers } from "../checksums.ts";
import { fault, operation } from "../contract.ts";
import { findSource } from "../copying.ts";
import { readRange } from "../domain/range.ts";
import { receiveCopy } from "../receiving.ts";
import { encrypting } from "../settings.ts";
import { checkPartNumber, findUpload, noSuchUpload } from "../uploads.ts";

/** Makes a part of an upload of bytes that another object has. */
export const uploadPartCopy = operation("UploadPartCopy", {
  access: "iam",
  async run(input, context) {
    const { upload } = await findUpload(input, context);
    checkPartNumber(input.PartNumber);
    const { object, ...named } = await findSource(input, context);
    const { start, end } = rangeOf(input.CopySourceRange, object.size);
    const bytes = context.keeper.read(object.contents, start, end);
    const name = upload.value.checksum?.name;
    const { content, md5, checksums } = await receiveCopy(bytes, name, context);
    const modifiedAt = context.clock.now();
    const { uploadId } = upload.value;
    const part = { uploadId, number: input.PartNumber, size: content.size, etag: md5, content };
    const whole = { ...part, modifiedAt, checksums };
    if (!(await context.uploads.addPart(upload.value, whole, modifiedAt))) {
      await context.keeper.drop(content);
      throw noSuchUpload(input.UploadId);
    }
    const { ChecksumType: _, ...sums } = checksumMembers({
      type: "FULL_OBJECT",
      values: checksums,
    });
    return {
      ...named,
      ...encrypting(upload.value.encryption),
      CopyPartResult: { ETag: `"${md5}"`, LastModified: new Date(modifiedAt), ...sums },
    };
  },
});

function rangeOf(header: string | undefined, size: number) {
  if (header === undefined) return { start: 0, end: size };
  const range = readRange(header, size);
  if (range) return range;
  throw fault("InvalidRange", "The range specified is not valid for the source object");
}
