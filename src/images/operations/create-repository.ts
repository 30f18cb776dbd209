import { fault, invalid, operation } from "../contract.ts";
import { describeRepository, type RepositoryRecord } from "../domain/repository.ts";
import { withTags } from "../domain/tags.ts";

/** Makes a repository, which stays empty. */
export const createRepository = operation("CreateRepository", {
  access: "iam",
  async run(input, { tenant, repositories, clock }) {
    const { repositoryName: name, registryId = tenant.account, encryptionConfiguration } = input;
    if (registryId !== tenant.account) {
      throw invalid(`Invalid parameter at 'registryId': ${registryId} is another account`);
    }
    const { encryptionType = "AES256" } = encryptionConfiguration ?? {};
    if (encryptionType !== "AES256") {
      throw invalid(`Gatepool does not support the encryptionType ${encryptionType} yet.`);
    }
    const { imageTagMutabilityExclusionFilters: exclusionFilters } = input;
    const repository: RepositoryRecord = {
      ...{ ...tenant, name, createdAt: clock.now() },
      tagMutability: input.imageTagMutability ?? "MUTABLE",
      ...(exclusionFilters && { exclusionFilters }),
      scanOnPush: input.imageScanningConfiguration?.scanOnPush ?? false,
      tags: withTags({}, input.tags),
    };
    if (await repositories.add(repository)) return { repository: describeRepository(repository) };
    const message =
      `The repository with name '${name}' already exists in the registry ` +
      `with id '${tenant.account}'`;
    throw fault("RepositoryAlreadyExistsException", message);
  },
});
