import { operation } from "../contract.ts";
import { describeRepository } from "../domain/repository.ts";
import { noSuchRepository, repositoryOf } from "../lookup.ts";

/** Deletes a repository. It is always empty, so that nothing has to force it. */
export const deleteRepository = operation("DeleteRepository", {
  access: "iam",
  async run(named, context) {
    const repository = await repositoryOf(named, context);
    const { tenant, repositories } = context;
    const removed = await repositories.remove(tenant, repository.name);
    if (!removed) throw noSuchRepository(named, context);
    return { repository: describeRepository(repository) };
  },
});
