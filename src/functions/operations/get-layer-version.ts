import { operation } from "../contract.ts";
import { describeLayer, findLayerVersion, readLayerName } from "../layers.ts";

/** Shows a version of a layer. */
export const getLayerVersion = operation("GetLayerVersion", {
  access: "iam",
  async run({ LayerName, VersionNumber }, context) {
    const name = readLayerName(LayerName, context);
    return describeLayer(await findLayerVersion(name, VersionNumber, context));
  },
});
