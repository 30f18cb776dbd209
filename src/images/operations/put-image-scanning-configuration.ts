import { operation } from "../contract.ts";
import { changeRepository } from "../lookup.ts";

/** Chooses whether images would be scanned when they are pushed. */
export const putImageScanningConfiguration = operation("PutImageScanningConfiguration", {
  access: "iam",
  async run({ imageScanningConfiguration, ...named }, context) {
    const { scanOnPush = false } = imageScanningConfiguration;
    const { account, name } = await changeRepository(named, context, (repository) => ({
      ...repository,
      scanOnPush,
    }));
    const answer = { registryId: account, repositoryName: name };
    return { ...answer, imageScanningConfiguration: { scanOnPush } };
  },
});
