import { isDeepStrictEqual } from "node:util";
import type { Properties } from "../../schema/properties.ts";
import type { Services } from "../../services.ts";
import { unlessGone } from "../answers.ts";
import { lifecycleRules } from "./lifecycle-rules.ts";

type BucketProperties = Properties["AWS::S3::Bucket"];
type S3 = Services["s3"];

/** What a bucket is told by an operation of its own. */
interface Configuration {
  readonly property: keyof BucketProperties & string;
  /** What S3 is told; undefined where the template says nothing. */
  wanted(properties: BucketProperties): object | undefined;
  put(s3: S3, Bucket: string, properties: BucketProperties): Promise<unknown>;
  get(s3: S3, Bucket: string): Promise<unknown>;
  remove(s3: S3, Bucket: string): Promise<unknown>;
}

const configurations: readonly Configuration[] = [
  {
    property: "VersioningConfiguration",
    wanted: ({ VersioningConfiguration: versioning }) => versioning && { ...versioning },
    put: (s3, Bucket, { VersioningConfiguration = {} }) =>
      s3("PutBucketVersioning", { Bucket, VersioningConfiguration }),
    get: async (s3, Bucket) => {
      const { Status } = await s3("GetBucketVersioning", { Bucket });
      return Status === undefined ? undefined : { Status };
    },
    // Versions that are there stay for good: S3 knows no way back.
    remove: (s3, Bucket) =>
      s3("PutBucketVersioning", { Bucket, VersioningConfiguration: { Status: "Suspended" } }),
  },
  {
    property: "BucketEncryption",
    wanted: encryptionOf,
    put: (s3, Bucket, properties) => {
      const ServerSideEncryptionConfiguration = encryptionOf(properties);
      return s3("PutBucketEncryption", { Bucket, ServerSideEncryptionConfiguration });
    },
    get: async (s3, Bucket) =>
      (await s3("GetBucketEncryption", { Bucket })).ServerSideEncryptionConfiguration,
    remove: (s3, Bucket) => s3("DeleteBucketEncryption", { Bucket }),
  },
  {
    property: "PublicAccessBlockConfiguration",
    wanted: ({ PublicAccessBlockConfiguration: block }) => block && { ...block },
    put: (s3, Bucket, { PublicAccessBlockConfiguration }) =>
      s3("PutPublicAccessBlock", { Bucket, PublicAccessBlockConfiguration }),
    get: async (s3, Bucket) =>
      (await s3("GetPublicAccessBlock", { Bucket })).PublicAccessBlockConfiguration,
    remove: (s3, Bucket) => s3("DeletePublicAccessBlock", { Bucket }),
  },
  {
    property: "OwnershipControls",
    wanted: ({ OwnershipControls: controls }) => controls && { ...controls },
    put: (s3, Bucket, { OwnershipControls }) =>
      s3("PutBucketOwnershipControls", { Bucket, OwnershipControls }),
    get: async (s3, Bucket) =>
      (await s3("GetBucketOwnershipControls", { Bucket })).OwnershipControls,
    remove: (s3, Bucket) => s3("DeleteBucketOwnershipControls", { Bucket }),
  },
  {
    property: "LifecycleConfiguration",
    wanted: lifecycleOf,
    put: (s3, Bucket, properties) => {
      const LifecycleConfiguration = lifecycleOf(properties);
      return s3("PutBucketLifecycleConfiguration", { Bucket, LifecycleConfiguration });
    },
    get: async (s3, Bucket) => {
      const { Rules } = await s3("GetBucketLifecycleConfiguration", { Bucket });
      return { Rules };
    },
    remove: (s3, Bucket) => s3("DeleteBucketLifecycle", { Bucket }),
  },
  {
    property: "CorsConfiguration",
    wanted: corsOf,
    put: (s3, Bucket, properties) =>
      s3("PutBucketCors", { Bucket, CORSConfiguration: corsOf(properties) }),
    get: async (s3, Bucket) => {
      const { CORSRules } = await s3("GetBucketCors", { Bucket });
      return { CORSRules };
    },
    remove: (s3, Bucket) => s3("DeleteBucketCors", { Bucket }),
  },
];

/** Makes a bucket what the template says, as far as it is not that already. */
export async function configure(
  s3: S3,
  Bucket: string,
  before: BucketProperties,
  after: BucketProperties,
): Promise<void> {
  for (const { property, wanted, put, remove } of configurations) {
    const isNew = !isDeepStrictEqual(before[property], after[property]);
    if (isNew && wanted(after)) await put(s3, Bucket, after);
    else if (isNew) await remove(s3, Bucket);
  }
}

/** The properties without the configurations that the bucket does not have so. */
export async function withoutDrifted(
  s3: S3,
  Bucket: string,
  properties: BucketProperties,
): Promise<Partial<BucketProperties>> {
  const now: Partial<BucketProperties> = { ...properties };
  for (const { property, wanted, get } of configurations) {
    const expected = wanted(properties);
    if (expected && !isSame(await unlessGone(get(s3, Bucket)), expected)) delete now[property];
  }
  return now;
}

/** As they are kept: without what is not said, and dates as text. */
function isSame(actual: unknown, expected: object): boolean {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
  return isDeepStrictEqual(plain(actual), plain(expected));
}

function encryptionOf({ BucketEncryption }: BucketProperties) {
  return (
    BucketEncryption && {
      Rules: BucketEncryption.ServerSideEncryptionConfiguration.map((rule) => ({
        ApplyServerSideEncryptionByDefault: rule.ServerSideEncryptionByDefault,
        BucketKeyEnabled: rule.BucketKeyEnabled,
        BlockedEncryptionTypes: rule.BlockedEncryptionTypes,
      })),
    }
  );
}

function lifecycleOf({ LifecycleConfiguration }: BucketProperties) {
  return LifecycleConfiguration && { Rules: lifecycleRules(LifecycleConfiguration) };
}

function corsOf({ CorsConfiguration }: BucketProperties) {
  return (
    CorsConfiguration && {
      CORSRules: CorsConfiguration.CorsRules.map(({ Id, ExposedHeaders, MaxAge, ...rule }) => ({
        ...rule,
        ...{ ID: Id, ExposeHeaders: ExposedHeaders, MaxAgeSeconds: MaxAge },
      })),
    }
  );
}
