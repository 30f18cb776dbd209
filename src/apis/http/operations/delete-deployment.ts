import { badRequest } from "../../domain/refusal.ts";
import { changeApi, operation, required } from "../contract.ts";

/** Removes a deployment that no stage serves. */
export const deleteDeployment = operation("DeleteDeployment", {
  access: "iam",
  run: ({ ApiId, DeploymentId }, context) =>
    changeApi(context, ApiId, async () => {
      const { deployments, revisions, stages } = context.store;
      const revision = await revisions.of(ApiId);
      const current = required(await deployments.find(ApiId, DeploymentId), "Deployment");
      const all = await stages.all(ApiId);
      const serving = all.find((stage) => stage.deploymentId === DeploymentId);
      if (serving) throw inUse(serving.stageName);
      await deployments.remove(current, revision);
      return {};
    }),
});

function inUse(stageName: string) {
  return badRequest("Active stages pointing to this deployment must be moved or deleted", {
    check: "stages",
    expected: "a deployment that no stage serves",
    received: `stage ${stageName}`,
    change: "give the stage another deployment, or delete it",
  });
}
