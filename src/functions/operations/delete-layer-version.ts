import { operation } from "../contract.ts";
import { readLayerName } from "../layers.ts";

/** Deletes a version, if there is one. Functions that use it go on; none can begin to. */
export const deleteLayerVersion = operation("DeleteLayerVersion", {
  access: "iam",
  async run({ LayerName, VersionNumber }, context) {
    const { tenant, layers } = context;
    await layers.remove(tenant, readLayerName(LayerName, context), VersionNumber);
    return {};
  },
});
