import { operation } from "../contract.ts";
import { describeListed, isCompatible, readLayerName } from "../layers.ts";
import { nextMarker, readPage } from "../pages.ts";

/** Lists the versions of a layer, newest first. */
export const listLayerVersions = operation("ListLayerVersions", {
  access: "iam",
  async run(input, context) {
    const { layers, tenant } = context;
    const name = readLayerName(input.LayerName, context);
    const list = `layer-versions/${name}`;
    const page = readPage(input, list, context);
    const { items, next } = await layers.listVersions(tenant, name, page);
    return {
      LayerVersions: items.filter((layer) => isCompatible(layer, input)).map(describeListed),
      ...nextMarker(next, list, context),
    };
  },
});
