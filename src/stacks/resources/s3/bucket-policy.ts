import { isDeepStrictEqual } from "node:util";
import { Fault } from "../../../foundation/fault.ts";
import { type ResourceContext, resource } from "../../resource.ts";
import { unlessGone } from "../answers.ts";

/** The policy of a bucket. */
export const bucketPolicy = resource("AWS::S3::BucketPolicy", {
  async create({ Bucket, PolicyDocument }, context) {
    if (await documentOf(Bucket, context)) {
      const message = `The bucket policy already exists on bucket ${Bucket}.`;
      throw new Fault("BucketPolicyAlreadyExists", message);
    }
    await put(Bucket, PolicyDocument, context);
    return { physicalId: Bucket };
  },

  async update({ physicalId: Bucket, properties: { PolicyDocument } }, context) {
    await put(Bucket, PolicyDocument, context);
    return { physicalId: Bucket };
  },

  async delete({ physicalId: Bucket }, { services }) {
    await services.s3("DeleteBucketPolicy", { Bucket });
  },

  async read({ physicalId: Bucket }, context) {
    const PolicyDocument = await documentOf(Bucket, context);
    return PolicyDocument && { Bucket, PolicyDocument };
  },

  async alike({ Bucket, PolicyDocument }, context) {
    const found = await documentOf(Bucket, context);
    return isDeepStrictEqual(found, PolicyDocument) ? [Bucket] : [];
  },
});

async function put(Bucket: string, document: object, { services: { s3 } }: ResourceContext) {
  await s3("PutBucketPolicy", { Bucket, Policy: JSON.stringify(document) });
}

async function documentOf(
  Bucket: string,
  { services: { s3 } }: ResourceContext,
): Promise<Record<string, unknown> | undefined> {
  const found = await unlessGone(s3("GetBucketPolicy", { Bucket }));
  return found && JSON.parse(found.Policy ?? "{}");
}
