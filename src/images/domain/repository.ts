import type {
  ImageTagMutability,
  ImageTagMutabilityExclusionFilter,
  Repository,
} from "@aws-sdk/client-ecr";
import { arnOf, type Tenant } from "../../foundation/arn.ts";

/** A repository as it is kept. It has no images: there is no registry to push them to. */
export interface RepositoryRecord extends Tenant {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly tagMutability: ImageTagMutability;
  readonly exclusionFilters?: readonly ImageTagMutabilityExclusionFilter[];
  readonly scanOnPush: boolean;
  /** JSON text. */
  readonly policy?: string;
  /** JSON text. */
  readonly lifecyclePolicy?: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** `arn:aws:ecr:us-east-1:000000000000:repository/team/app` */
function repositoryArn(repository: RepositoryRecord): string {
  return arnOf("ecr", repository, `repository/${repository.name}`);
}

/** A repository as it is answered. */
export function describeRepository(repository: RepositoryRecord): Repository {
  const { account, region, name, exclusionFilters } = repository;
  return {
    repositoryArn: repositoryArn(repository),
    registryId: account,
    repositoryName: name,
    repositoryUri: `${account}.dkr.ecr.${region}.amazonaws.com/${name}`,
    createdAt: new Date(repository.createdAt),
    imageTagMutability: repository.tagMutability,
    ...(exclusionFilters && { imageTagMutabilityExclusionFilters: [...exclusionFilters] }),
    imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
    encryptionConfiguration: { encryptionType: "AES256" },
  };
}
