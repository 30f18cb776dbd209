import { changeBucket } from "../configuring.ts";
import { fault, operation } from "../contract.ts";

/** Makes a bucket keep the versions of its objects, or keep no further ones. */
export const putBucketVersioning = operation("PutBucketVersioning", {
  access: "iam",
  async run(input, context) {
    const { Status, MFADelete } = input.VersioningConfiguration;
    if (MFADelete === "Enabled") {
      const message = "Gatepool has no deletion by second factor: see docs/compatibility.md.";
      throw fault("NotImplemented", message);
    }
    if (Status === undefined) throw fault("MalformedXML");
    await changeBucket(input, context, (bucket) => ({ ...bucket, versioning: Status }));
    return {};
  },
});
