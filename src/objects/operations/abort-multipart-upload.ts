import { operation } from "../contract.ts";
import { findUpload, noSuchUpload } from "../uploads.ts";

/** Gives an upload up; nothing of its parts stays. */
export const abortMultipartUpload = operation("AbortMultipartUpload", {
  access: "iam",
  async run(input, context) {
    const { bucket } = await findUpload(input, context);
    const now = context.clock.now();
    const isDone = await context.uploads.abort(bucket.name, input.UploadId, now);
    if (!isDone) throw noSuchUpload(input.UploadId);
    return {};
  },
});
