import { operation, requireApi, required } from "../contract.ts";
import { describeDeployment } from "../describe.ts";

/** Returns one deployment. */
export const getDeployment = operation("GetDeployment", {
  access: "iam",
  async run({ ApiId, DeploymentId }, context) {
    await requireApi(context, ApiId);
    const found = await context.store.deployments.find(ApiId, DeploymentId);
    return describeDeployment(required(found, "Deployment").value);
  },
});
