import { resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";

type Routing = Properties["AWS::Lambda::Alias"]["RoutingConfig"];

/** A name that leads to a version of a function, or to two in parts. */
export const alias = resource("AWS::Lambda::Alias", {
  unsupported: ["ProvisionedConcurrencyConfig"],

  async create({ FunctionName, FunctionVersion, Name, Description, RoutingConfig }, { services }) {
    const { AliasArn } = await services.lambda("CreateAlias", {
      ...{ FunctionName, FunctionVersion, Name, Description },
      RoutingConfig: weightsOf(RoutingConfig),
    });
    return describe(answered(AliasArn));
  },

  async update({ physicalId, properties }, { services }) {
    const { FunctionName, FunctionVersion, Name, Description = "", RoutingConfig } = properties;
    await services.lambda("UpdateAlias", {
      ...{ FunctionName, FunctionVersion, Name, Description },
      RoutingConfig: weightsOf(RoutingConfig),
    });
    return describe(physicalId);
  },

  async delete({ properties: { FunctionName, Name } }, { services }) {
    await services.lambda("DeleteAlias", { FunctionName, Name });
  },

  async read({ properties }, { services }) {
    const { FunctionName, Name } = properties;
    const now = await unlessGone(services.lambda("GetAlias", { FunctionName, Name }));
    if (!now) return undefined;
    const { Description, FunctionVersion, RoutingConfig } = now;
    const weights = Object.entries(RoutingConfig?.AdditionalVersionWeights ?? {});
    return asFarAs(properties, {
      ...{ FunctionName, Name, Description, FunctionVersion },
      RoutingConfig: {
        AdditionalVersionWeights: weights.map(([FunctionVersion, FunctionWeight]) => ({
          ...{ FunctionVersion, FunctionWeight },
        })),
      },
    });
  },

  async alike({ FunctionName, Name }, { services }) {
    const found = await unlessGone(services.lambda("GetAlias", { FunctionName, Name }));
    return found ? [answered(found.AliasArn)] : [];
  },
});

function describe(AliasArn: string) {
  return { physicalId: AliasArn, attributes: { AliasArn } };
}

/** Templates list what the operation has as a map; an empty one leads to one version alone. */
function weightsOf(routing: Routing) {
  const weights = (routing?.AdditionalVersionWeights ?? []).map(
    ({ FunctionVersion, FunctionWeight }) => [FunctionVersion, FunctionWeight] as const,
  );
  return { AdditionalVersionWeights: Object.fromEntries(weights) };
}
