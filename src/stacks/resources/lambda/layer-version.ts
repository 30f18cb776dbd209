import { type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";

type LayerVersionProperties = Properties["AWS::Lambda::LayerVersion"];

/** Lambda's limit on the name of a layer. */
const nameLengthMax = 140;

/** A version of a layer, which functions can have below their own code. */
export const layerVersion = resource("AWS::Lambda::LayerVersion", {
  unsupported: ["Content/S3ObjectStorageMode"],

  async create(properties, context) {
    const made = await context.services.lambda("PublishLayerVersion", {
      ...properties,
      LayerName: nameOf(properties, context),
    });
    const LayerVersionArn = answered(made.LayerVersionArn);
    return { physicalId: LayerVersionArn, attributes: { LayerVersionArn } };
  },

  async delete({ physicalId }, { services }) {
    await services.lambda("DeleteLayerVersion", addressOf(physicalId));
  },

  async read({ physicalId, properties }, { services }) {
    const now = await unlessGone(services.lambda("GetLayerVersion", addressOf(physicalId)));
    if (!now) return undefined;
    const { CompatibleArchitectures, CompatibleRuntimes, Description, LicenseInfo } = now;
    const { Content, LayerName } = properties;
    return asFarAs(properties, {
      ...{ CompatibleArchitectures, CompatibleRuntimes, Description, LicenseInfo },
      ...{ Content, LayerName },
    });
  },

  async alike(properties, context) {
    const LayerName = nameOf(properties, context);
    const versions: string[] = [];
    let Marker: string | undefined;
    do {
      const page = await context.services.lambda("ListLayerVersions", { LayerName, Marker });
      for (const each of page.LayerVersions ?? []) versions.push(answered(each.LayerVersionArn));
      Marker = page.NextMarker;
    } while (Marker !== undefined);
    return versions;
  },
});

function nameOf({ LayerName }: LayerVersionProperties, { physicalName }: ResourceContext): string {
  return LayerName ?? physicalName({ maxLength: nameLengthMax });
}

/** Splits `arn:aws:lambda:REGION:ACCOUNT:layer:NAME:VERSION`. */
function addressOf(arn: string) {
  const at = arn.lastIndexOf(":");
  return { LayerName: arn.slice(0, at), VersionNumber: Number(arn.slice(at + 1)) };
}
