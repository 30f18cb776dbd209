import { tagList, tagsByKey } from "../../../foundation/tags.ts";
import { type Change, type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { answered, unlessGone } from "../answers.ts";
import { spokenOf } from "../spoken.ts";
import { isMadeHere, ownTags, tagChanges, tagsFor } from "../tags.ts";
import { changePolicies, policiesOf } from "./repository-policies.ts";

type RepositoryProperties = Properties["AWS::ECR::Repository"];

/** ECR's limit on the name of a repository. */
const nameLengthMax = 256;

/** A repository for images, of which there are none here: it is always empty on deletion. */
export const repository = resource("AWS::ECR::Repository", {
  unsupported: ["EncryptionConfiguration/KmsKey", "LifecyclePolicy/RegistryId"],

  async create(properties, context) {
    const { ecr } = context.services;
    const repositoryName = nameOf(properties, context);
    const { EncryptionConfiguration: encryption } = properties;
    const made = await ecr("CreateRepository", {
      repositoryName,
      ...(encryption && {
        encryptionConfiguration: { encryptionType: encryption.EncryptionType },
      }),
      ...mutabilityOf(properties),
      imageScanningConfiguration: scanningOf(properties),
      tags: tagList(tagsFor(context, tagsByKey(properties.Tags))),
    });
    try {
      await changePolicies(repositoryName, {}, properties, context);
    } catch (error) {
      await ecr("DeleteRepository", { repositoryName });
      throw error;
    }
    return describe(answered(made.repository));
  },

  async update(change, context) {
    const { physicalId: repositoryName, previous, properties } = change;
    const { ecr } = context.services;
    await ecr("PutImageTagMutability", { repositoryName, ...mutabilityOf(properties) });
    const imageScanningConfiguration = scanningOf(properties);
    await ecr("PutImageScanningConfiguration", { repositoryName, imageScanningConfiguration });
    await changePolicies(repositoryName, previous, properties, context);
    const { repositories } = await ecr("DescribeRepositories", {
      repositoryNames: [repositoryName],
    });
    const made = describe(answered(repositories?.[0]));
    await changeTags(made.attributes.Arn, change, context);
    return made;
  },

  async delete({ physicalId: repositoryName }, { services }) {
    await services.ecr("DeleteRepository", { repositoryName });
  },

  async read({ physicalId: RepositoryName, properties }, context) {
    const { ecr } = context.services;
    const repositoryNames = [RepositoryName];
    const found = await unlessGone(ecr("DescribeRepositories", { repositoryNames }));
    const now = found?.repositories?.[0];
    if (!now) return undefined;
    const tags = await tagsOf(answered(now.repositoryArn), context);
    const { EmptyOnDelete, Tags } = properties;
    const spoken = spokenOf(properties, {
      ...{ RepositoryName, EmptyOnDelete },
      EncryptionConfiguration: { EncryptionType: "AES256" },
      ImageScanningConfiguration: { ScanOnPush: now.imageScanningConfiguration?.scanOnPush },
      ImageTagMutability: now.imageTagMutability,
      ImageTagMutabilityExclusionFilters: now.imageTagMutabilityExclusionFilters?.map((each) => ({
        ImageTagMutabilityExclusionFilterType: answered(each.filterType),
        ImageTagMutabilityExclusionFilterValue: answered(each.filter),
      })),
      ...(await policiesOf(RepositoryName, properties, context)),
    });
    return Tags ? { ...spoken, Tags: tagList(ownTags(tags, context)) } : spoken;
  },

  async find(properties, context) {
    const { ecr } = context.services;
    const repositoryName = nameOf(properties, context);
    const repositoryNames = [repositoryName];
    const found = await unlessGone(ecr("DescribeRepositories", { repositoryNames }));
    const arn = found?.repositories?.[0]?.repositoryArn;
    if (arn === undefined) return undefined;
    return isMadeHere(await tagsOf(arn, context), context) ? repositoryName : undefined;
  },
});

function nameOf({ RepositoryName }: RepositoryProperties, { physicalName }: ResourceContext) {
  return RepositoryName ?? physicalName({ maxLength: nameLengthMax, lowerCase: true });
}

function mutabilityOf(properties: RepositoryProperties) {
  const { ImageTagMutability: imageTagMutability = "MUTABLE" } = properties;
  const filters = properties.ImageTagMutabilityExclusionFilters?.map((filter) => ({
    filterType: filter.ImageTagMutabilityExclusionFilterType,
    filter: filter.ImageTagMutabilityExclusionFilterValue,
  }));
  return { imageTagMutability, imageTagMutabilityExclusionFilters: filters };
}

function scanningOf({ ImageScanningConfiguration }: RepositoryProperties) {
  return { scanOnPush: ImageScanningConfiguration?.ScanOnPush ?? false };
}

async function tagsOf(resourceArn: string, { services }: ResourceContext) {
  const { tags } = await services.ecr("ListTagsForResource", { resourceArn });
  return tagsByKey(tags);
}

async function changeTags(
  resourceArn: string,
  { previous, properties }: Change<RepositoryProperties>,
  context: ResourceContext,
): Promise<void> {
  const before = tagsFor(context, tagsByKey(previous.Tags));
  const { put, removed } = tagChanges(before, tagsFor(context, tagsByKey(properties.Tags)));
  const { ecr } = context.services;
  if (removed.length > 0) await ecr("UntagResource", { resourceArn, tagKeys: removed });
  if (Object.keys(put).length > 0) {
    await ecr("TagResource", { resourceArn, tags: tagList(put) });
  }
}

function describe(made: {
  readonly repositoryName?: string | undefined;
  readonly repositoryArn?: string | undefined;
  readonly repositoryUri?: string | undefined;
}) {
  const { repositoryName, repositoryArn, repositoryUri: RepositoryUri } = made;
  const attributes = { Arn: answered(repositoryArn), RepositoryUri };
  return { physicalId: answered(repositoryName), attributes };
}
