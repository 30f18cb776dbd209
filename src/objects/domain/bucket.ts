import type {
  BucketLocationConstraint,
  CORSRule,
  LifecycleRule,
  OwnershipControls,
  PublicAccessBlockConfiguration,
  ServerSideEncryptionConfiguration,
} from "@aws-sdk/client-s3";
import type { Tenant } from "../../foundation/arn.ts";

/** A bucket. Its name is one of the whole server's, whoever owns it. */
export interface Bucket {
  readonly name: string;
  /** The owner, and the region where it was made. */
  readonly tenant: Tenant;
  /** The region as it was asked for; absent in the oldest one, which goes without a name. */
  readonly location?: BucketLocationConstraint;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Absent where versioning was never turned on. */
  readonly versioning?: "Enabled" | "Suspended";
  readonly policy?: string;
  readonly tags?: readonly Tag[];
  readonly configurations: Configurations;
}

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** What is kept and given back as it came. Objects follow the encryption alone. */
export interface Configurations {
  readonly cors?: CORSRule[];
  readonly encryption?: ServerSideEncryptionConfiguration;
  readonly lifecycle?: LifecycleRule[];
  readonly ownership?: OwnershipControls;
  readonly publicAccessBlock?: PublicAccessBlockConfiguration;
}

/** Why a bucket may not be called so; undefined when it may. */
export function nameProblem(name: string): string | undefined {
  if (name.length < 3 || name.length > 63) return "3 to 63 characters";
  if (!/^[a-z0-9][a-z0-9.-]*[a-z0-9]$/.test(name)) {
    return "lower-case letters, digits, dots and hyphens, a letter or digit at both ends";
  }
  if (name.includes("..") || /^\d+\.\d+\.\d+\.\d+$/.test(name)) {
    return "no two dots side by side, and no IP address";
  }
  const isReserved = /^(?:xn--|sthree-|amzn-s3-demo-)/.test(name);
  const isSuffixed = /(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name);
  return isReserved || isSuffixed ? "none of the beginnings and ends that AWS reserves" : undefined;
}
