import { resource } from "../../resource.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";

/** An address of its own for a function, or for an alias. */
export const url = resource("AWS::Lambda::Url", {
  async create({ TargetFunctionArn: FunctionName, ...settings }, { services }) {
    const made = await services.lambda("CreateFunctionUrlConfig", { FunctionName, ...settings });
    return describe(answered(made.FunctionArn), made.FunctionUrl);
  },

  async update({ physicalId, properties }, { services }) {
    const { TargetFunctionArn: FunctionName, Qualifier, AuthType } = properties;
    const { Cors = {}, InvokeMode = "BUFFERED" } = properties;
    const { FunctionUrl } = await services.lambda("UpdateFunctionUrlConfig", {
      ...{ FunctionName, Qualifier, AuthType, Cors, InvokeMode },
    });
    return describe(physicalId, FunctionUrl);
  },

  async delete({ properties: { TargetFunctionArn: FunctionName, Qualifier } }, { services }) {
    await services.lambda("DeleteFunctionUrlConfig", { FunctionName, Qualifier });
  },

  async read({ properties }, { services }) {
    const { TargetFunctionArn, Qualifier } = properties;
    const asked = { FunctionName: TargetFunctionArn, Qualifier };
    const now = await unlessGone(services.lambda("GetFunctionUrlConfig", asked));
    if (!now) return undefined;
    const { AuthType, Cors, InvokeMode } = now;
    return asFarAs(properties, { TargetFunctionArn, Qualifier, AuthType, Cors, InvokeMode });
  },

  async alike({ TargetFunctionArn: FunctionName, Qualifier }, { services }) {
    const asked = { FunctionName, Qualifier };
    const found = await unlessGone(services.lambda("GetFunctionUrlConfig", asked));
    return found ? [answered(found.FunctionArn)] : [];
  },
});

function describe(FunctionArn: string, FunctionUrl: string | undefined) {
  return { physicalId: FunctionArn, attributes: { FunctionArn, FunctionUrl } };
}
