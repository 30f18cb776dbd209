import { unpackedBytesMax } from "../code/zip.ts";
import { fault, operation } from "../contract.ts";
import { describeLayer, readLayerName } from "../layers.ts";
import { referenceTo, unpackedSize, zipOf } from "../upload.ts";

/** Adds a version to a layer, which begins with its first one. */
export const publishLayerVersion = operation("PublishLayerVersion", {
  access: "iam",
  async run(input, context) {
    const { LayerName, Content, Description, LicenseInfo } = input;
    const { tenant, clock, layers } = context;
    const name = readLayerName(LayerName, context);
    const zip = zipOf(Content);
    const draft = {
      ...{ tenant, name },
      description: Description ?? "",
      ...(LicenseInfo !== undefined && { licenseInfo: LicenseInfo }),
      runtimes: input.CompatibleRuntimes ?? [],
      architectures: input.CompatibleArchitectures ?? [],
      code: referenceTo(zip, context),
      unpackedBytes: await sizeOf(zip),
      createdAt: clock.now(),
    };
    return describeLayer(await layers.publish(draft, zip));
  },
});

async function sizeOf(zip: Buffer): Promise<number> {
  const bytes = await unpackedSize(zip);
  if (bytes <= unpackedBytesMax) return bytes;
  const message = `Unzipped size must be smaller than ${unpackedBytesMax} bytes`;
  throw fault("InvalidParameterValueException", message);
}
