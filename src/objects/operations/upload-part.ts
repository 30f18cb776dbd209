import { checksumMembers } from "../checksums.ts";
import { operation } from "../contract.ts";
import { receive } from "../receiving.ts";
import { encrypting, refuseUnserved } from "../settings.ts";
import { checkPartNumber, findUpload, noSuchUpload } from "../uploads.ts";

/** Keeps one part of an upload, in the place of one of the same number. */
export const uploadPart = operation("UploadPart", {
  access: "iam",
  async run(input, context) {
    const { upload } = await findUpload(input, context);
    checkPartNumber(input.PartNumber);
    refuseUnserved(input);
    const { content, md5, checksums } = await receive(input, context, upload.value.checksum?.name);
    const modifiedAt = context.clock.now();
    const { uploadId } = upload.value;
    const number = input.PartNumber;
    const { size } = content;
    const part = { uploadId, number, size, etag: md5, content, modifiedAt, checksums };
    if (!(await context.uploads.addPart(upload.value, part, modifiedAt))) {
      await context.keeper.drop(content);
      throw noSuchUpload(input.UploadId);
    }
    const { ChecksumType: _, ...sums } = checksumMembers({
      type: "FULL_OBJECT",
      values: checksums,
    });
    return { ETag: `"${md5}"`, ...encrypting(upload.value.encryption), ...sums };
  },
});
