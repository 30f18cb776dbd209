import { Fault } from "../../../foundation/fault.ts";
import { resource } from "../../resource.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";
import { listed } from "./listed.ts";

/** A copy of an API as it is when the stack comes to it, for stages to serve. */
export const deployment = resource("AWS::ApiGatewayV2::Deployment", {
  async create(properties, { services }) {
    const made = await services.apiGateway("CreateDeployment", properties);
    return describe(answered(made.DeploymentId));
  },

  async update({ physicalId: DeploymentId, properties, previous }, { services }) {
    const { ApiId, Description = "", StageName } = properties;
    await services.apiGateway("UpdateDeployment", { ApiId, DeploymentId, Description });
    if (StageName !== undefined && StageName !== previous.StageName) {
      await services.apiGateway("UpdateStage", { ApiId, StageName, DeploymentId });
    }
    return describe(DeploymentId);
  },

  async delete({ physicalId: DeploymentId, properties: { ApiId, StageName } }, { services }) {
    try {
      await services.apiGateway("DeleteDeployment", { ApiId, DeploymentId });
    } catch (error) {
      // The stage that it was made for, which goes after it, serves it to the end.
      const isServed = error instanceof Fault && error.code === "BadRequestException";
      if (!isServed || StageName === undefined) throw error;
    }
  },

  async read({ physicalId: DeploymentId, properties }, { services }) {
    const { ApiId, StageName } = properties;
    const now = await unlessGone(services.apiGateway("GetDeployment", { ApiId, DeploymentId }));
    return now && asFarAs(properties, { ApiId, StageName, Description: now.Description });
  },

  async alike({ ApiId, Description = "" }, { services: { apiGateway } }) {
    const all = await listed((NextToken) => apiGateway("GetDeployments", { ApiId, NextToken }));
    const alike = all.filter(
      ({ AutoDeployed, Description: its = "" }) => !AutoDeployed && its === Description,
    );
    return alike.map(({ DeploymentId }) => answered(DeploymentId));
  },
});

function describe(DeploymentId: string) {
  return { physicalId: DeploymentId, attributes: { DeploymentId } };
}
