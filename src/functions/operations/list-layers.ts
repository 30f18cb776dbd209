import type { LayersListItem } from "@aws-sdk/client-lambda";
import { type FunctionsContext, type InputOf, operation } from "../contract.ts";
import { layerArn } from "../domain/layer.ts";
import type { LayerVersion } from "../layer-store.ts";
import { describeListed, isCompatible } from "../layers.ts";
import { nextMarker, readPage } from "../pages.ts";

const list = "layers";
/** How many versions are looked at together for the newest that is wanted. */
const versionsAtOnce = 50;

/** Lists layers by their names, each with its newest version. */
export const listLayers = operation("ListLayers", {
  access: "iam",
  async run(input, context) {
    const page = readPage(input, list, context);
    const { names, next } = await context.layers.list(context.tenant, page);
    const Layers: LayersListItem[] = [];
    for (const name of names) {
      const latest = await newestOf(name, input, context);
      if (latest) Layers.push(describe(latest));
    }
    return { Layers, ...nextMarker(next, list, context) };
  },
});

async function newestOf(
  name: string,
  wanted: InputOf<"ListLayers">,
  { tenant, layers }: FunctionsContext,
): Promise<LayerVersion | undefined> {
  let after: { after?: string } = {};
  for (;;) {
    const { items, next } = await layers.listVersions(tenant, name, {
      limit: versionsAtOnce,
      ...after,
    });
    const found = items.find((layer) => isCompatible(layer, wanted));
    if (found || next === undefined) return found;
    after = { after: next };
  }
}

function describe(latest: LayerVersion): LayersListItem {
  const { tenant, name } = latest;
  return {
    LayerName: name,
    LayerArn: layerArn(tenant, name),
    LatestMatchingVersion: describeListed(latest),
  };
}
