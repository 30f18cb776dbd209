import { operation } from "../contract.ts";
import { describeLayer, readLayerName } from "../layers.ts";
import { referenceTo, unpack, unpackedSize, zipOf } from "../upload.ts";

/** Adds a version to a layer, which begins with its first one. */
export const publishLayerVersion = operation("PublishLayerVersion", {
  access: "iam",
  async run(input, context) {
    const { LayerName, Content, Description, LicenseInfo } = input;
    const { tenant, clock, layers } = context;
    const name = readLayerName(LayerName, context);
    const zip = await zipOf(Content, context);
    const code = referenceTo(zip, context);
    await unpack({ code }, zip, context);
    const draft = {
      ...{ tenant, name },
      description: Description ?? "",
      ...(LicenseInfo !== undefined && { licenseInfo: LicenseInfo }),
      runtimes: input.CompatibleRuntimes ?? [],
      architectures: input.CompatibleArchitectures ?? [],
      code,
      unpackedBytes: await unpackedSize(zip),
      createdAt: clock.now(),
    };
    return describeLayer(await layers.publish(draft, zip));
  },
});
