import { fault, operation } from "../contract.ts";
import { parseLayerVersionArn } from "../domain/layer.ts";
import { describeLayer, findLayerVersion } from "../layers.ts";

/** Shows a version of a layer, by its ARN. */
export const getLayerVersionByArn = operation("GetLayerVersionByArn", {
  access: "iam",
  async run({ Arn }, context) {
    const named = parseLayerVersionArn(Arn, context.tenant);
    if (!named) {
      const message = `Layer version ${Arn} is not one of this account and region.`;
      throw fault("ResourceNotFoundException", message);
    }
    return describeLayer(await findLayerVersion(named.name, named.version, context));
  },
});
