import { Fault } from "../../../foundation/fault.ts";
import { tagList, tagsByKey } from "../../../foundation/tags.ts";
import { type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { asFarAs, unlessGone } from "../answers.ts";
import { isLeftBehind, isMadeHere, ownTags, tagsFor } from "../tags.ts";
import { configure, withoutDrifted } from "./configurations.ts";

type BucketProperties = Properties["AWS::S3::Bucket"];

/** S3's limit on the name of a bucket. */
const nameLengthMax = 63;

/** A bucket. One that the stack's last life has retained is taken up again, with its objects. */
export const bucket = resource("AWS::S3::Bucket", {
  unsupported: [
    "AbacStatus",
    "AccelerateConfiguration",
    "AnalyticsConfigurations",
    "BucketNamePrefix",
    "BucketNamespace",
    "IntelligentTieringConfigurations",
    "InventoryConfigurations",
    "LifecycleConfiguration/TransitionDefaultMinimumObjectSize",
    "LoggingConfiguration",
    "MetadataConfiguration",
    "MetadataTableConfiguration",
    "MetricsConfigurations",
    "NotificationConfiguration",
    "ObjectLockConfiguration",
    "ObjectLockEnabled",
    "ReplicationConfiguration",
    "WebsiteConfiguration",
  ],

  async create(properties, context) {
    const { s3 } = context.services;
    const Bucket = nameOf(properties, context);
    const isNew = await claim(Bucket, properties, context);
    try {
      await configure(s3, Bucket, {}, properties);
    } catch (error) {
      if (isNew) await s3("DeleteBucket", { Bucket });
      throw error;
    }
    return describe(Bucket, context);
  },

  async update({ physicalId: Bucket, previous, properties }, context) {
    const { s3 } = context.services;
    aclOf(properties);
    await configure(s3, Bucket, previous, properties);
    await s3("PutBucketTagging", { Bucket, Tagging: { TagSet: tagsOf(properties, context) } });
    return describe(Bucket, context);
  },

  async delete({ physicalId: Bucket }, { services }) {
    await services.s3("DeleteBucket", { Bucket });
  },

  async read({ physicalId: Bucket, properties }, context) {
    const { s3 } = context.services;
    if (!(await unlessGone(s3("HeadBucket", { Bucket })))) return undefined;
    const Tags = tagList(ownTags(await keptTags(Bucket, context), context));
    const now = await withoutDrifted(s3, Bucket, properties);
    return asFarAs(properties, { ...now, BucketName: Bucket, Tags });
  },

  async find(properties, context) {
    const Bucket = nameOf(properties, context);
    return isMadeHere(await keptTags(Bucket, context), context) ? Bucket : undefined;
  },
});

function nameOf({ BucketName }: BucketProperties, { physicalName }: ResourceContext): string {
  return BucketName ?? physicalName({ maxLength: nameLengthMax, lowerCase: true });
}

/**
 * Makes the bucket, or takes it up again.
 * @returns whether it is new
 * @throws Fault when the bucket is there for something else
 */
async function claim(
  Bucket: string,
  properties: BucketProperties,
  context: ResourceContext,
): Promise<boolean> {
  const { s3 } = context.services;
  const ACL = aclOf(properties);
  const TagSet = tagsOf(properties, context);
  if (isLeftBehind(await ownTagsOf(Bucket, context), context)) {
    await s3("PutBucketTagging", { Bucket, Tagging: { TagSet } });
    return false;
  }
  const { region } = context.tenant;
  await s3("CreateBucket", {
    ...{ Bucket, ACL },
    CreateBucketConfiguration: {
      ...(region !== "us-east-1" && { LocationConstraint: region }),
      Tags: TagSet,
    },
  });
  // In the oldest region, whoever has the bucket already is told that it was made.
  if (isMadeHere(await keptTags(Bucket, context), context)) return true;
  throw new Fault("BucketAlreadyExists", `${Bucket} already exists`);
}

/** The tags of a bucket, but for one of another account, which says nothing of itself. */
async function ownTagsOf(Bucket: string, context: ResourceContext) {
  try {
    return await keptTags(Bucket, context);
  } catch (error) {
    if (error instanceof Fault && error.code === "AccessDenied") return undefined;
    throw error;
  }
}

/** S3 has access control lists; those that give nobody else access are all that is honoured. */
function aclOf({ AccessControl }: BucketProperties): string | undefined {
  if (AccessControl === undefined || AccessControl === "Private") return undefined;
  if (AccessControl === "BucketOwnerFullControl") return "bucket-owner-full-control";
  const message = `The AccessControl ${AccessControl} of buckets is not supported here.`;
  throw new Fault("AccessControlListNotSupported", message);
}

function tagsOf({ Tags }: BucketProperties, context: ResourceContext) {
  return tagList(tagsFor(context, tagsByKey(Tags)));
}

async function keptTags(Bucket: string, { services: { s3 } }: ResourceContext) {
  const { TagSet } = (await unlessGone(s3("GetBucketTagging", { Bucket }))) ?? {};
  return tagsByKey(TagSet);
}

function describe(Bucket: string, { tenant: { region } }: ResourceContext) {
  return {
    physicalId: Bucket,
    attributes: {
      Arn: `arn:aws:s3:::${Bucket}`,
      DomainName: `${Bucket}.s3.amazonaws.com`,
      DualStackDomainName: `${Bucket}.s3.dualstack.${region}.amazonaws.com`,
      RegionalDomainName: `${Bucket}.s3.${region}.amazonaws.com`,
    },
  };
}
