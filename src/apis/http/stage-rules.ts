import { badRequest } from "../domain/refusal.ts";
import type { Stage } from "../domain/stage.ts";
import type { ApiStore } from "../store.ts";

/** @throws Fault when the stage is to serve a deployment that its API does not have */
export async function checkDeployment(store: ApiStore, stage: Stage): Promise<void> {
  const { apiId, deploymentId } = stage;
  if (deploymentId === undefined) return;
  if (await store.deployments.find(apiId, deploymentId)) return;
  throw badRequest("Deployment id does not exist", {
    check: "deploymentId",
    expected: "the id of a deployment of this API",
    received: deploymentId.slice(0, 128),
    change: "create a deployment first and give the stage its id",
  });
}
